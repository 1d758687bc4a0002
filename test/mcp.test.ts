/** The MCP server as clients start it: a process that speaks on stdin and stdout. */
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { TOOLS } from '../extension/tools/all.ts';

const root = path.resolve(import.meta.dirname, '..');
const main = path.join(root, 'extension/mcp/main.ts');
const sample = (name: string) => path.join(root, 'media/samples', `${name}.png`);

let folder: string;
let client: Client;
let transport: StdioClientTransport;
let said = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pixelwright-mcp-'));
  transport = new StdioClientTransport({
    command: process.execPath,
    args: [main, '--storage', path.join(folder, 'storage')],
    cwd: folder,
    stderr: 'pipe',
  });
  transport.stderr!.on('data', (chunk) => (said += String(chunk)));
  client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
});
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

async function call(name: string, input: Record<string, unknown>) {
  const { content, isError } = await client.callTool({ name, arguments: input });
  expect(content).toHaveLength(1);
  const [part] = content;
  return { text: part!.type === 'text' ? part!.text : '', isError: isError ?? false };
}

/** What a call that works gives. */
async function result(name: string, input: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { text, isError } = await call(name, input);
  expect(isError, text).toBe(false);
  return JSON.parse(text) as Record<string, unknown>;
}

it('lists the tools', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
  expect(tools.filter(({ annotations }) => !annotations?.readOnlyHint).map(({ name }) => name)).toEqual([
    'component_from_screenshot',
  ]);
});

it('describes an image', async () => {
  const described = await result('describe_image', { image: sample('login') });
  expect(described).toMatchObject({ image: 'login.png', width: 1280, height: 760, kind: 'interface' });
  expect(described['lines']).toContain('Welcome back');
});

it('answers about images, named by path and by URI', async () => {
  const images = [pathToFileURL(sample('pricing')).href, sample('login')];
  const answered = await result('ask_image', { images, question: 'Is there a Sign in button?' });
  expect(answered['outcomes']).toMatchObject([
    { image: 'pricing.png' },
    { image: 'login.png', value: { kind: 'boolean', boolean: true }, declined: false },
  ]);
  expect(answered['facts']).not.toHaveLength(0);
});

it('declines what the image does not tell', async () => {
  const answered = await result('ask_image', { images: [sample('login')], question: 'What does the Foo button say?' });
  expect(answered).toMatchObject({ answer: '', declined: true, confidence: 0 });
});

it('finds an element and where to click', async () => {
  const found = await result('find_element', { image: sample('login'), element: 'Sign in button' });
  expect(found).toMatchObject({
    found: true,
    box: { x: 760, y: 440, width: 400, height: 46 },
    point: { x: 960, y: 463 },
  });
  expect(await result('find_element', { image: sample('login'), element: 'Foo button' })).toMatchObject({
    found: false,
  });
});

it('compares two images', async () => {
  const same = await result('compare_images', { before: sample('login'), after: sample('login') });
  expect(same['differences']).toEqual([]);
  const other = await result('compare_images', { before: sample('login'), after: sample('pricing') });
  expect(other['differences']).not.toHaveLength(0);
});

it(
  'makes a component as text, or writes it into a folder of its own, replacing nothing',
  { timeout: 180_000 },
  async () => {
    const input = { image: sample('login'), target: 'html' };
    const texts = await result('component_from_screenshot', input);
    const [page] = texts['files'] as { path: string; content: string }[];
    expect(page!.content).toContain('Sign in');
    expect(readdirSync(folder)).not.toContain('out');
    const written = await result('component_from_screenshot', { ...input, folder: 'out' });
    const paths = written['written'] as string[];
    expect(readFileSync(paths[0]!, 'utf8')).toBe(page!.content);
    expect(paths.every((file) => file.startsWith(path.join(folder, 'out')) && existsSync(file))).toBe(true);
    const again = await result('component_from_screenshot', { ...input, folder: 'out' });
    expect(again['written']).not.toContain(paths[0]);
  },
);

test.each([
  ['describe_image', { image: 'missing.png' }, /missing\.png doesn't exist\. Check the path\.$/],
  ['describe_image', { image: 'text.png' }, /isn't a picture\. Give a PNG/],
  ['describe_image', { image: '.' }, /is a folder\. Name a picture in it\.$/],
  ['describe_image', { image: 'https://example.org/a.png' }, /Addresses are not loaded/],
  ['describe_image', { image: 'x'.repeat(1_000_000) }, /too long to be one/],
  ['describe_image', {}, /^image: Give the path of an image/],
  ['ask_image', { images: [sample('login')], question: 'why '.repeat(25_000) }, /^question: Shorten the question/],
  ['ask_image', { images: [sample('login')], question: '' }, /^question: Give the question/],
  [
    'component_from_screenshot',
    { image: sample('login'), folder: 'text.png' },
    /Nothing could be written to .*ENOTDIR.*give a/,
  ],
  ['no_such_tool', {}, /There is no such tool/],
])('says in one line what is wrong with a call of %s', async (name, input, message) => {
  writeFileSync(path.join(folder, 'text.png'), 'just text');
  const { text, isError } = await call(name, input);
  expect(isError).toBe(true);
  expect(text).toMatch(message);
  expect(text).not.toContain('\n');
});

it('says how a component gets on', async () => {
  const said: string[] = [];
  const params = { name: 'component_from_screenshot', arguments: { image: sample('login'), target: 'html' } };
  await client.callTool(params, { onprogress: ({ message }) => void said.push(message ?? '') });
  expect(said).toEqual(expect.arrayContaining(['layout', 'generate']));
});

it('goes on after a call was cancelled', async () => {
  const abort = new AbortController();
  const running = client.callTool(
    { name: 'component_from_screenshot', arguments: { image: sample('dashboard'), folder: 'cancelled' } },
    { signal: abort.signal },
  );
  setTimeout(() => abort.abort(), 200);
  await expect(running).rejects.toThrow();
  expect(await result('describe_image', { image: sample('login') })).toMatchObject({ kind: 'interface' });
  expect(existsSync(path.join(folder, 'cancelled'))).toBe(false);
});

it('says on stderr what it does', () => expect(said).toMatch(/^pixelwright: The engine starts/m));

it('ends when stdin is closed', { timeout: 20_000 }, async () => {
  const child = spawn(process.execPath, [main, '--storage', path.join(folder, 'other')], { stdio: 'pipe' });
  let out = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin.end();
  expect(await ended).toBe(0);
  expect(out).toBe('');
});
