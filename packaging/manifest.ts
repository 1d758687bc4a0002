/** What a package must hold, may hold and must not hold. */
import path from 'node:path';
import { binaryFormat, PLATFORMS } from './platforms.ts';

/** Bytes of one package, at most. */
const SIZE_LIMIT = 100 * 1024 * 1024;

/**
 * Files of node_modules that the engine loads, by package: globs inside its folder. React's and Tailwind's go into renderings.
 */
export const SHIPPED_MODULES: Record<string, string[]> = {
  'onnxruntime-common': ['package.json', 'dist/cjs/*.js', 'dist/cjs/package.json'],
  'onnxruntime-node': ['package.json', 'dist/*.js'],
  sharp: ['package.json', 'dist/**/*.{js,cjs,mjs}', 'LICENSE'],
  '@img/colour': ['package.json', '*.cjs'],
  'detect-libc': ['package.json', 'lib/*.js'],
  semver: ['package.json', '**/*.js'],
  esbuild: ['package.json', 'lib/main.js'],
  'playwright-core': [
    'package.json',
    'index.{js,mjs}',
    'browsers.json',
    'lib/{bootstrap,coreBundle,package,utilsBundle}.js',
  ],
  prettier: ['package.json', 'index.mjs', 'doc.mjs', 'plugins/{babel,estree,html,postcss,typescript}.mjs'],
  react: ['package.json', '{index,jsx-runtime}.js', 'cjs/{react,react-jsx-runtime}.production.js'],
  'react-dom': ['package.json', '{index,client}.js', 'cjs/{react-dom,react-dom-client}.production.js'],
  scheduler: ['package.json', 'index.js', 'cjs/scheduler.production.js'],
  tailwindcss: ['package.json', 'index.css'],
};

/** Of a package with a binary. */
export const SHIPPED_NATIVE = [
  'package.json',
  'versions.json',
  'index.cjs',
  '{README,LICENSE}*',
  'bin/esbuild',
  'esbuild.exe',
  'lib/*.{node,so*,dylib,dll}',
];

const MODULES = 'dist/node_modules';

/** Files without which nothing works, from the package's root. */
function required(target: string): string[] {
  const { os, cpu, onnxruntime } = PLATFORMS[target]!;
  const onnx = `${MODULES}/onnxruntime-node/bin/napi-v6/${os}/${cpu}`;
  return [
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
    ...['chat.js', 'chat.css', 'preview.js', 'preview.css', 'codicon.ttf'].map((file) => `dist/webview/${file}`),
    ...['detector/config.json', 'detector/detector.onnx', 'reader/config.json', 'reader/reader.onnx'].map(
      (file) => `models/${file}`,
    ),
    ...onnxruntime.map((file) => `${onnx}/${file}`),
    `${MODULES}/@esbuild/${target}/${os === 'win32' ? 'esbuild.exe' : 'bin/esbuild'}`,
    ...Object.keys(SHIPPED_MODULES).map((name) => `${MODULES}/${name}/package.json`),
    `${MODULES}/tailwindcss/index.css`,
  ];
}

/** Files of which at least one must match, where a version is part of the name. */
function requiredPatterns(target: string): string[] {
  const { os } = PLATFORMS[target]!;
  const libvips = { linux: 'libvips-cpp.so.*', darwin: 'libvips-cpp.*.dylib', win32: 'libvips-*.dll' }[os];
  const folder = os === 'win32' ? `@img/sharp-${target}` : `@img/sharp-libvips-${target}`;
  return [`${MODULES}/@img/sharp-${target}/lib/sharp-${target}-*.node`, `${MODULES}/${folder}/lib/${libvips}`];
}

const FORBIDDEN = [
  '**/*.{map,ts,tsx,mts,cts,py,tgz,vsix,log}',
  '**/*.test.*',
  '**/.*',
  '**/*{cuda,tensorrt,rocm}*',
  '{extension,webview,packaging,bench,test}/**',
  'models/training/**',
  'node_modules/**',
  'package-lock.json',
];

const NATIVE = /\.(node|dll|dylib|exe)$|\.so(\.|$)|\/bin\/esbuild$/;

/**
 * Says what is wrong with a package, a sentence each; nothing where all is well.
 * @param files by path from the extension's folder
 * @param bytes of the package as a file
 */
export function faults(target: string, files: ReadonlyMap<string, Uint8Array>, bytes: number): string[] {
  const { format } = PLATFORMS[target]!;
  const found: string[] = [];
  const names = [...files.keys()];
  for (const file of required(target)) if (!files.has(file)) found.push(`${file} is missing`);
  for (const pattern of requiredPatterns(target)) {
    if (!names.some((name) => path.posix.matchesGlob(name, pattern))) found.push(`${pattern} is missing`);
  }
  for (const name of names) {
    if (FORBIDDEN.some((pattern) => path.posix.matchesGlob(name, pattern))) found.push(`${name} must not ship`);
  }
  for (const [name, content] of files) {
    const actual = binaryFormat(content);
    if (NATIVE.test(name) ? actual !== format : actual !== undefined) {
      found.push(`${name} is ${actual ?? 'no program'} instead of ${format}`);
    }
  }
  const strangers = new Set(
    names.filter((name) => isForeign(name, target)).map((name) => name.split('/').slice(0, 4).join('/')),
  );
  for (const name of strangers) found.push(`${name} belongs to another platform`);
  if (bytes > SIZE_LIMIT) found.push(`${(bytes / 2 ** 20).toFixed(1)} MB are more than ${SIZE_LIMIT / 2 ** 20}`);
  return found;
}

/** Native packages and folders carry a platform's name. */
function isForeign(name: string, target: string): boolean {
  const { os, cpu, native } = PLATFORMS[target]!;
  const module = /^dist\/node_modules\/(@(?:esbuild|img)\/[^/]+)\//.exec(name)?.[1];
  if (module && module !== '@img/colour') return !native.includes(module);
  const folder = /\/bin\/napi-v6\/(\w+\/\w+)\//.exec(name)?.[1];
  return folder !== undefined && folder !== `${os}/${cpu}`;
}
