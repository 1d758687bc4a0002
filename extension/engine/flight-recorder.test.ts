import { mkdtemp, readdir, rm } from 'node:fs/promises';
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

/** A recorder of a process that follows one that died; all of them are this one here. */
const afterCrash = () => new FlightRecorder(folder, process.pid);

it('sets a model aside that was running at two deaths in a row', () => {
  new FlightRecorder(folder).begin(model, 'webgpu');
  const second = afterCrash();
  expect(second.isSetAside('webgpu')).toBe(false);
  second.begin(model, 'webgpu');
  const third = afterCrash();
  expect(third.isSetAside('webgpu')).toBe(true);
  expect(() => third.begin(model, 'webgpu')).toThrow(/set aside/);
  expect(() => third.begin(model, 'cpu')).not.toThrow();
  third.clear();
  expect(() => new FlightRecorder(folder).begin(model, 'webgpu')).not.toThrow();
});

it('counts no process that was ended on purpose', () => {
  for (let i = 0; i < 3; i++) new FlightRecorder(folder).begin(model, 'cpu');
  expect(new FlightRecorder(folder).isSetAside('cpu')).toBe(false);
});

it('forgets a death once the model has run', async () => {
  new FlightRecorder(folder).begin(model, 'cpu');
  const second = afterCrash();
  second.begin(model, 'cpu');
  second.end();
  second.begin(model, 'cpu');
  expect(() => afterCrash().begin(model, 'cpu')).not.toThrow();
  expect((await readdir(folder)).sort()).toEqual(['crashes.json', `under-way-${process.pid}.json`]);
});
