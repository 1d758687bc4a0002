import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ComponentResult } from '../engine/protocol.ts';
import { ToolError } from '../tools/tool.ts';
import type { Saved } from '../tools/tool.ts';

/**
 * Writes a component into a new folder of its own in `folder`, which is made where missing: all of it or nothing, and nothing
 * is replaced. Throws ToolError.
 */
export async function writeComponent({ name, files }: ComponentResult, folder: string): Promise<Saved> {
  let own: string | undefined;
  try {
    await mkdir(folder, { recursive: true });
    own = await newFolder(folder, name);
    const paths: string[] = [];
    for (const file of files) {
      const target = path.join(own, ...file.path.split('/'));
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, file.content, { flag: 'wx' });
      paths.push(target);
    }
    return { paths, notes: [] };
  } catch (error) {
    if (own) await rm(own, { recursive: true, force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new ToolError(`Nothing could be written to ${folder} (${code}): give a folder that can be written to.`);
  }
}

/** Made anew, with the first number behind its name that nothing has. */
async function newFolder(folder: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = path.join(folder, number === 1 ? name : `${name}-${number}`);
    try {
      await mkdir(candidate);
      return candidate;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}
