import { createRequire } from 'node:module';
import { cpus, release } from 'node:os';
import { readFileSync, readdirSync } from 'node:fs';
import type { Provider } from './model.ts';

/** Providers that onnxruntime-node brings for graphics processors, by `platform-arch`, the likeliest to win first. */
const GPU_PROVIDERS: Record<string, Provider[]> = {
  'win32-x64': ['dml', 'webgpu'],
  'win32-arm64': ['dml', 'webgpu'],
  'darwin-arm64': ['coreml', 'webgpu'],
  'linux-x64': ['webgpu'],
};

export function gpuProviders(platform: NodeJS.Platform = process.platform, arch: string = process.arch): Provider[] {
  return GPU_PROVIDERS[`${platform}-${arch}`] ?? [];
}

/** Changes when the machine, its drivers or onnxruntime do, as far as that can be told without loading anything native. */
export function machineFingerprint(): string {
  const require = createRequire(import.meta.url);
  const { version } = require('onnxruntime-node/package.json') as { version: string };
  const drivers = [process.env['VK_ICD_FILENAMES'], ...graphicsDevices()];
  return [process.platform, process.arch, release(), cpus()[0]?.model, version, ...drivers].join('|');
}

/** On Linux the graphics cards, and NVIDIA's driver where there is one; elsewhere the system's release stands for them. */
function graphicsDevices(): string[] {
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      return '';
    }
  };
  try {
    const cards = readdirSync('/sys/class/drm').filter((name) => /^card\d+$/.test(name));
    const ids = cards.map((card) =>
      ['vendor', 'device'].map((part) => read(`/sys/class/drm/${card}/device/${part}`)).join(':'),
    );
    return [...ids, read('/proc/driver/nvidia/version')];
  } catch {
    return [];
  }
}
