import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FlightRecorder } from './flight-recorder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recorder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const model = { file: 'reader.onnx', bytes: 1, sha256: 'abc', version: '1' };

it('sets a model aside that was running at two deaths in a row', () => {
  new FlightRecorder(folder).begin(model, 'webgpu');
  const second = new FlightRecorder(folder);
  expect(second.hasCrashed('webgpu')).toBe(true);
  second.begin(model, 'webgpu');
  const third = new FlightRecorder(folder);
  expect(() => third.begin(model, 'webgpu')).toThrow(/set aside/);
  expect(() => third.begin(model, 'cpu')).not.toThrow();
  third.clear();
  expect(() => new FlightRecorder(folder).begin(model, 'webgpu')).not.toThrow();
});

it('forgets a death once the model has run', () => {
  new FlightRecorder(folder).begin(model, 'cpu');
  const second = new FlightRecorder(folder);
  second.begin(model, 'cpu');
  second.end();
  second.begin(model, 'cpu');
  expect(() => new FlightRecorder(folder).begin(model, 'cpu')).not.toThrow();
});
