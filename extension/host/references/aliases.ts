import path from 'node:path/posix';
import stripJsonComments from 'strip-json-comments';
import { ancestors, type Alias } from './resolve.ts';

/** Text of a file by its absolute path with forward slashes; `undefined` where there is none. */
export type ReadText = (path: string) => Promise<string | undefined>;

interface Config {
  extends?: unknown;
  references?: unknown;
  compilerOptions?: { baseUrl?: unknown; paths?: unknown };
}

/** Configurations that one may lead to; more is a circle or no project of a person. */
const MOST_CONFIGS = 12;

/**
 * Path aliases of the TypeScript or JavaScript project around a folder: `paths` and `baseUrl` of the nearest tsconfig.json or
 * jsconfig.json, of what it extends by path, and of the projects it refers to. Reads only, runs nothing.
 */
export async function readAliases(folder: string, root: string | undefined, read: ReadText): Promise<Alias[]> {
  for (const each of ancestors(folder, root))
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const file = path.join(each, name);
      if ((await read(file)) !== undefined) return aliasesOf(file, read);
    }
  return [];
}

async function aliasesOf(start: string, read: ReadText): Promise<Alias[]> {
  const aliases: Alias[] = [];
  const queue = [start];
  const seen = new Set<string>();
  for (let file = queue.shift(); file && seen.size < MOST_CONFIGS; file = queue.shift()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const config = parse(await read(file));
    if (!config) continue;
    const folder = path.dirname(file);
    aliases.push(...declared(config, folder));
    queue.push(...extended(config).map((each) => path.join(folder, each)), ...referred(config, folder));
  }
  return aliases;
}

function parse(text: string | undefined): Config | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(stripJsonComments(text, { trailingCommas: true }));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    // Half written: it names no aliases yet.
    return undefined;
  }
}

function declared({ compilerOptions }: Config, folder: string): Alias[] {
  const { baseUrl, paths } = compilerOptions ?? {};
  const base = typeof baseUrl === 'string' ? path.resolve(folder, baseUrl) : folder;
  const aliases: Alias[] = [];
  for (const [pattern, targets] of Object.entries(typeof paths === 'object' && paths !== null ? paths : {})) {
    const [before = '', after] = pattern.split('*');
    const strings = Array.isArray(targets) ? targets.filter((each) => typeof each === 'string') : [];
    if (after === undefined) continue;
    aliases.push({ before, after, targets: strings.map((each) => path.resolve(base, each)) });
  }
  if (typeof baseUrl === 'string') aliases.push({ before: '', after: '', targets: [`${base}/*`] });
  return aliases;
}

/** By path only: what packages bring is theirs. */
function extended({ extends: value }: Config): string[] {
  const names = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
  return names
    .filter((name) => /^\.{1,2}\//.test(name))
    .map((name) => (name.endsWith('.json') ? name : `${name}.json`));
}

function referred({ references }: Config, folder: string): string[] {
  if (!Array.isArray(references)) return [];
  return references.flatMap((each: { path?: unknown } | null) => {
    if (typeof each?.path !== 'string') return [];
    const file = path.resolve(folder, each.path);
    return [file.endsWith('.json') ? file : path.join(file, 'tsconfig.json')];
  });
}
