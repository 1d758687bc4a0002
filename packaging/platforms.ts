/** The platforms that a package is made for, and what each of them needs of native code. */

/** What the first bytes of a native file say it is for. */
export type BinaryFormat = 'elf-x64' | 'elf-arm64' | 'pe-x64' | 'pe-arm64' | 'macho-arm64';

export interface Platform {
  os: 'linux' | 'win32' | 'darwin';
  cpu: 'x64' | 'arm64';
  format: BinaryFormat;
  /** Files of onnxruntime-node's folder for this platform: all but what only CUDA and TensorRT need. */
  onnxruntime: string[];
  /** Packages with a binary for this platform. */
  native: string[];
}

/** Names as the Marketplace has them. onnxruntime has no build for darwin-x64. */
export const PLATFORMS: Record<string, Platform> = {
  'linux-x64': platform('linux', 'x64', 'elf-x64', ['libonnxruntime.so.1'], true),
  'linux-arm64': platform('linux', 'arm64', 'elf-arm64', ['libonnxruntime.so.1'], true),
  'win32-x64': platform('win32', 'x64', 'pe-x64', windowsFiles(), false),
  'win32-arm64': platform('win32', 'arm64', 'pe-arm64', windowsFiles(), false),
  // npm's package holds the library twice; this is the name that the binding asks for.
  'darwin-arm64': platform('darwin', 'arm64', 'macho-arm64', ['libonnxruntime.1.dylib'], true),
};

/** DirectML, and the shader compiler that WebGPU takes. */
function windowsFiles(): string[] {
  return ['onnxruntime.dll', 'DirectML.dll', 'dxcompiler.dll', 'dxil.dll'];
}

/** @param libvips whether sharp's library is a package of its own there */
function platform(
  os: Platform['os'],
  cpu: Platform['cpu'],
  format: BinaryFormat,
  libraries: string[],
  libvips: boolean,
): Platform {
  const name = `${os}-${cpu}`;
  return {
    os,
    cpu,
    format,
    onnxruntime: ['onnxruntime_binding.node', ...libraries],
    native: [`@esbuild/${name}`, `@img/sharp-${name}`, ...(libvips ? [`@img/sharp-libvips-${name}`] : [])],
  };
}

/** The platform that this process runs on. */
export const here = `${process.platform}-${process.arch}`;

/** Tells what a native file is for; undefined for what isn't one. */
export function binaryFormat(content: Uint8Array): BinaryFormat | undefined {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  if (content.length < 64) return undefined;
  if (view.getUint32(0) === 0x7f454c46) {
    const machine = view.getUint16(18, true);
    return machine === 0x3e ? 'elf-x64' : machine === 0xb7 ? 'elf-arm64' : undefined;
  }
  if (view.getUint32(0) === 0xcffaedfe) return view.getUint32(4, true) === 0x0100000c ? 'macho-arm64' : undefined;
  if (view.getUint16(0) !== 0x4d5a) return undefined;
  const header = view.getUint32(0x3c, true);
  if (header + 6 > content.length || view.getUint32(header) !== 0x50450000) return undefined;
  const machine = view.getUint16(header + 4, true);
  return machine === 0x8664 ? 'pe-x64' : machine === 0xaa64 ? 'pe-arm64' : undefined;
}
