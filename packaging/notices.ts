/** ThirdPartyNotices.txt: the licences of all packages whose code ships, bundled or beside the bundles. */
import type { Metafile } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Licences in words, and what a package says of its own parts. */
const TEXT = /^(licen[cs]e|copying|notice|third-?party-?notices)/i;
/** Texts that packages leave out, by how their names begin. */
const LEFT_OUT: Record<string, string[]> = {
  'onnxruntime-': ['onnxruntime.txt'],
  '@esbuild/': ['esbuild.txt'],
  '@img/sharp-libvips-': ['LGPL-3.0.txt', 'GPL-3.0.txt'],
};
const RULE = '='.repeat(80);

interface PackageJson {
  name: string;
  version: string;
  license?: string;
  author?: string | { name: string };
  repository?: string | { url: string };
}

/** Folders of the packages that went into bundles, relative to the repository's root. */
export function bundledPackages(metafiles: readonly Metafile[]): string[] {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const folders = inputs.map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))];
}

/** @param folders of packages */
export function notices(folders: readonly string[]): string {
  const sections = folders
    .map((folder) => ({ folder, about: readPackage(folder) }))
    .sort((a, b) => (a.about.name < b.about.name ? -1 : 1))
    .map(({ folder, about }) => section(folder, about));
  return ['Pixelwright ships with the packages below, each under its own licence.', ...sections].join(`\n\n${RULE}\n`);
}

const readPackage = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as PackageJson;

function section(folder: string, { name, version, license, author, repository }: PackageJson): string {
  if (!license) throw new Error(`${name} says nothing of its licence`);
  const by = typeof author === 'string' ? author : author?.name;
  const source = typeof repository === 'string' ? repository : repository?.url;
  const head = [`${name} ${version}`, `Licence: ${license}`, by && `By ${by}`, source].filter(Boolean).join('\n');
  const all = readdirSync(folder).sort();
  const files = all.filter((file) => TEXT.test(file));
  // sharp's library lists the licences of what it is made of in its README.
  if (!files.length) files.push(...all.filter((file) => file === 'README.md'));
  const missing = Object.entries(LEFT_OUT).filter(([prefix]) => name.startsWith(prefix));
  const paths = [
    ...files.map((file) => path.join(folder, file)),
    ...missing.flatMap(([, texts]) => texts.map((file) => path.join(import.meta.dirname, 'licences', file))),
  ];
  if (!paths.length) throw new Error(`${name} comes without the text of its licence`);
  const texts = paths.map((file) => readFileSync(file, 'utf8').replace(/\r\n?/g, '\n').trim());
  return [head, ...texts].join('\n\n');
}
