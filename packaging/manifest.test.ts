import { expect, it } from 'vitest';
import { faults, SHIPPED_MODULES } from './manifest.ts';
import { binaryFormat, PLATFORMS } from './platforms.ts';
import type { BinaryFormat } from './platforms.ts';

/** The first bytes of a native file. */
function header(format: BinaryFormat): Uint8Array {
  const bytes = Buffer.alloc(256);
  const [kind, cpu] = format.split('-');
  if (kind === 'elf') {
    bytes.write('\x7fELF');
    bytes.writeUInt16LE(cpu === 'x64' ? 0x3e : 0xb7, 18);
  } else if (kind === 'pe') {
    bytes.write('MZ');
    bytes.writeUInt32LE(128, 0x3c);
    bytes.write('PE', 128);
    bytes.writeUInt16LE(cpu === 'x64' ? 0x8664 : 0xaa64, 132);
  } else {
    bytes.writeUInt32LE(0xfeedfacf);
    bytes.writeUInt32LE(0x0100000c, 4);
  }
  return bytes;
}

/** A package of win32-x64 with nothing wrong. */
function sound(): Map<string, Uint8Array> {
  const text = Buffer.from('{}');
  const modules = 'dist/node_modules';
  const texts = [
    'package.json',
    'package.nls.json',
    'package.nls.de.json',
    'l10n/bundle.l10n.de.json',
    'readme.md',
    'changelog.md',
    'LICENSE.txt',
    'ThirdPartyNotices.txt',
    'dist/host/extension.cjs',
    'dist/engine/main.mjs',
    'dist/mcp/main.mjs',
    ...['chat.js', 'chat.css', 'preview.js', 'preview.css', 'codicon.ttf'].map((name) => `dist/webview/${name}`),
    ...['detector', 'reader'].flatMap((name) => [`models/${name}/config.json`, `models/${name}/${name}.onnx`]),
    ...Object.keys(SHIPPED_MODULES).map((name) => `${modules}/${name}/package.json`),
    `${modules}/tailwindcss/index.css`,
  ];
  const natives = [
    ...PLATFORMS['win32-x64']!.onnxruntime.map((name) => `${modules}/onnxruntime-node/bin/napi-v6/win32/x64/${name}`),
    `${modules}/@esbuild/win32-x64/esbuild.exe`,
    `${modules}/@img/sharp-win32-x64/lib/sharp-win32-x64-1.0.0.node`,
    `${modules}/@img/sharp-win32-x64/lib/libvips-42.dll`,
  ];
  return new Map([
    ...texts.map((name) => [name, text] as const),
    ...natives.map((name) => [name, header('pe-x64')] as const),
  ]);
}

const problems = (change: (files: Map<string, Uint8Array>) => void, bytes = 1) => {
  const files = sound();
  change(files);
  return faults('win32-x64', files, bytes);
};

it('finds nothing wrong with a sound package', () => {
  expect(problems(() => {})).toEqual([]);
});

it('misses what is missing', () => {
  expect(problems((files) => files.delete('dist/engine/main.mjs'))).toEqual(['dist/engine/main.mjs is missing']);
  const vips = 'dist/node_modules/@img/sharp-win32-x64/lib/libvips-42.dll';
  expect(problems((files) => files.delete(vips))).toHaveLength(1);
});

it.each([
  'dist/engine/main.mjs.map',
  'extension/main.ts',
  'dist/host/.env',
  'models/training/run.json',
  'dist/node_modules/onnxruntime-node/bin/napi-v6/win32/x64/readme_cuda.txt',
])('refuses %s', (name) => {
  expect(problems((files) => files.set(name, Buffer.from('x')))).toContain(`${name} must not ship`);
});

it("refuses another platform's binaries", () => {
  const onnx = 'dist/node_modules/onnxruntime-node/bin/napi-v6';
  expect(problems((files) => files.set(`${onnx}/linux/x64/a.node`, header('elf-x64')))).toHaveLength(2);
  expect(problems((files) => files.set(`${onnx}/win32/x64/onnxruntime.dll`, header('pe-arm64')))).toEqual([
    `${onnx}/win32/x64/onnxruntime.dll is pe-arm64 instead of pe-x64`,
  ]);
  expect(
    problems((files) => files.set('dist/node_modules/@esbuild/linux-x64/package.json', Buffer.from('{}'))),
  ).toEqual(['dist/node_modules/@esbuild/linux-x64 belongs to another platform']);
});

it('refuses a program under another name', () => {
  expect(problems((files) => files.set('media/icon.png', header('pe-x64')))).toHaveLength(1);
});

it('refuses what is too large', () => {
  expect(problems(() => {}, 101 * 2 ** 20)).toEqual(['101.0 MB are more than 100']);
});

it.each(Object.values(PLATFORMS).map(({ format }) => format))('tells %s by its header', (format) => {
  expect(binaryFormat(header(format))).toBe(format);
});
