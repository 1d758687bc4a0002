import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadModel, ModelError } from './model.ts';
import type { ModelFile } from './model.ts';
import { inferenceThreads } from './threads.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-'));
});
afterAll(() => rm(folder, { recursive: true }));

const parse = (config: unknown) => config as ModelFile;

async function failure(): Promise<string> {
  const error: unknown = await loadModel(folder, parse).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ModelError);
  return (error as ModelError).message;
}

it('says what is wrong with a model', async () => {
  expect(await failure()).toMatch(/is missing/);
  await writeFile(join(folder, 'config.json'), '{ "file": ');
  expect(await failure()).toMatch(/config\.json is damaged/);
  const content = Buffer.from('no model at all');
  const sha256 = createHash('sha256').update(content).digest('hex');
  await writeFile(join(folder, 'config.json'), JSON.stringify({ file: 'm.onnx', bytes: content.length, sha256 }));
  expect(await failure()).toMatch(/m\.onnx is missing/);
  await writeFile(join(folder, 'm.onnx'), content.subarray(0, 5));
  expect(await failure()).toMatch(/has 5 bytes instead of 15/);
  await writeFile(join(folder, 'm.onnx'), 'no model at aLL');
  expect(await failure()).toMatch(/SHA-256/);
  await writeFile(join(folder, 'm.onnx'), content);
  expect(await failure()).toMatch(/can't be loaded/);
});

it('uses at least one thread', () => {
  expect(inferenceThreads()).toBeGreaterThanOrEqual(1);
});
