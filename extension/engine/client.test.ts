import { cp, mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Box } from '../vision/scene.ts';
import { EngineClient, EngineError } from './client.ts';
import type { ClientOptions } from './client.ts';
import { ERROR_CODES } from './protocol.ts';
import type { EngineOptions, EngineStatus } from './protocol.ts';

const sample = path.resolve(import.meta.dirname, '../../media/samples/login.png');
let storage: string;
let client: EngineClient;

function start(engine: Partial<EngineOptions> = {}, options: Partial<ClientOptions> = {}) {
  client = new EngineClient({
    entry: path.resolve(import.meta.dirname, 'main.ts'),
    engine: { device: 'cpu', storage, cacheBytes: 100_000_000, ...engine },
    log: () => {},
    ...options,
  });
  return client;
}

beforeEach(async () => {
  storage = await mkdtemp(path.join(tmpdir(), 'engine-'));
});
afterEach(async () => {
  client.dispose();
  await rm(storage, { recursive: true, force: true });
});

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
};

it('sees a picture by its path and by its bytes, and keeps the Scene', async () => {
  start();
  const byPath = await client.see({ image: { path: sample } });
  const byBytes = await client.see({ image: { bytes: new Uint8Array(await readFile(sample)) } });
  expect(byBytes).toEqual(byPath);
  expect(byPath.lines.map((line) => line.text).join(' ')).toContain('Sign in');
});

it('makes a component with its code tied to the picture, in stages', async () => {
  start();
  const stages: string[] = [];
  const result = await client.component(
    { image: { path: sample }, target: 'react' },
    { onStage: (stage) => stages.push(stage) },
  );
  expect(result.files[0]!.path).toBe(`${result.name}.tsx`);
  expect(stages).toEqual(expect.arrayContaining(['detect', 'read', 'measure', 'layout', 'generate']));
  expect(result.screenshot).toBeInstanceOf(Uint8Array);
  expect(result.nodes.length).toBeGreaterThan(5);
  const line = result.scene.lines.find(({ text }) => text.startsWith('Sign in'))!;
  const corrected = await client.component({
    image: { path: sample },
    target: 'react',
    corrections: { [line.id]: 'Log on now' },
  });
  expect(corrected.files[0]!.content).toContain('Log on now');
});

it('sees a part of a picture', async () => {
  start();
  const whole = await client.see({ image: { path: sample } });
  const { width, height } = whole.image;
  const part = await client.see({
    image: { path: sample },
    region: { x: 0, y: 0, width: width / 2, height: height / 2 },
  });
  expect(part.image.width).toBe(Math.round(width / 2));
});

it('answers about a part of a picture, at its place in the whole', async () => {
  start();
  const whole = await client.see({ image: { path: sample } });
  const line = whole.lines.find(({ text }) => text.startsWith('Sign in'))!;
  const ask = (region: Box) =>
    client.ask({
      images: [{ name: 'login.png', image: { path: sample } }],
      question: 'What does it say?',
      history: [],
      region: { picture: 0, box: region },
    });
  const { x, y, width, height } = line.box;
  const parts = await ask({ x: x - 6, y: y - 6, width: width + 12, height: height + 12 });
  const facts = parts.filter((part) => part.kind === 'fact');
  expect(facts.map(({ text, boxes }) => ({ text, boxes }))).toEqual([{ text: line.text, boxes: [line.box] }]);
  await expect(ask({ x: 0, y: 0, width: 2, height: 2 })).rejects.toThrow(/region is too small/);
});

it('compares two pictures', async () => {
  start();
  const image = { path: sample };
  expect((await client.compare({ images: [image, image] })).differences).toEqual([]);
  const other = { path: sample.replace('login', 'pricing') };
  const { differences, sizes } = await client.compare({ images: [image, other] });
  expect(differences.map(({ kind }) => kind)).toEqual(['picture']);
  expect(sizes.map(({ width }) => width)).toEqual([1280, 1280]);
});

it('says what is wrong with a picture', async () => {
  start();
  const failure = await client.see({ image: { bytes: new Uint8Array([1, 2, 3]) } }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(EngineError);
  expect((failure as EngineError).code).toBe(ERROR_CODES.picture);
  expect((failure as EngineError).message).toMatch(/isn't a picture/);
});

it('does again what was under way when the process was killed, and says so once', async () => {
  start();
  const messages: string[] = [];
  const statuses: (EngineStatus | undefined)[] = [];
  client.onCrash((message) => messages.push(message));
  client.onStatus((status) => statuses.push(status));
  const scene = client.see({ image: { path: sample } });
  await until(() => statuses.some((status) => status?.busy));
  process.kill(client.processId!, 'SIGKILL');
  expect((await scene).lines.length).toBeGreaterThan(3);
  expect(messages).toHaveLength(1);
  expect(client.status?.device).toBe('cpu');
});

it('stops waiting at once when it is cancelled, and goes on to the next', async () => {
  start();
  const abort = new AbortController();
  const cancelled = client.component({ image: { path: sample }, target: 'html' }, { signal: abort.signal });
  await until(() => !!client.status?.busy);
  abort.abort(new Error('not wanted any more'));
  await expect(cancelled).rejects.toThrow('not wanted any more');
  expect((await client.see({ image: { path: sample } })).lines.length).toBeGreaterThan(3);
});

it('refuses a model that was cut short', async () => {
  const models = path.join(storage, 'models');
  await cp(path.resolve(import.meta.dirname, '../../models/reader'), path.join(models, 'reader'), { recursive: true });
  await cp(path.resolve(import.meta.dirname, '../../models/detector'), path.join(models, 'detector'), {
    recursive: true,
  });
  await truncate(path.join(models, 'reader/reader.onnx'), 1000);
  start({ models });
  const failure = await client.see({ image: { path: sample } }).catch((error: unknown) => error);
  expect((failure as EngineError).code).toBe(ERROR_CODES.model);
  expect((failure as EngineError).message).toMatch(/1000 bytes instead of/);
});

it('ends when idle and starts again when needed', async () => {
  start({}, { idle: 50 });
  await client.see({ image: { path: sample } });
  const first = client.processId;
  await until(() => client.processId === undefined);
  await client.see({ image: { path: sample } });
  expect(client.processId).not.toBe(first);
});

it('starts nothing once it is disposed of', async () => {
  start();
  const scene = client.see({ image: { path: sample } });
  await until(() => !!client.status?.busy);
  client.dispose();
  await expect(scene).rejects.toThrow(/has been ended/);
  expect(client.processId).toBeUndefined();
});

it('ends an older hover for a newer one', async () => {
  start();
  const describe = (name: string) => client.describe({ image: { path: sample.replace('login', name) }, lane: 'hover' });
  const older = describe('dashboard');
  older.catch(() => {});
  await until(() => !!client.status?.busy);
  const newer = describe('login');
  await expect(older).rejects.toMatchObject({ name: 'AbortError' });
  expect((await newer).description.text).toContain('Sign in');
});

it("doesn't try for ever where the process can't start", async () => {
  start({}, { entry: path.join(storage, 'missing.mjs') });
  await expect(client.see({ image: { path: sample } })).rejects.toThrow(/can't run on this machine/);
});
