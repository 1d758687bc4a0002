import { constants } from 'node:fs';
import { access, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ComponentResult } from '../engine/protocol.ts';
import { ToolError } from '../tools/tool.ts';
import type { ComponentFolder, Saved } from '../tools/tool.ts';

/** A folder to write into, made with the first write where it is missing. Throws ToolError where it can't be. */
export async function componentFolder(folder: string): Promise<ComponentFolder> {
  try {
    await checkWritable(folder);
  } catch (error) {
    throw unwritable(folder, error);
  }
  return { save: (component) => writeComponent(component, folder) };
}

/** Throws what the file system says against writing there. */
async function checkWritable(folder: string): Promise<void> {
  const known = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const above = path.dirname(folder);
  if (!known && above !== folder) return checkWritable(above);
  if (!known?.isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  await access(folder, constants.W_OK);
}

function unwritable(folder: string, error: unknown): ToolError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return new ToolError(`Nothing could be written to ${folder} (${code}): give a folder that can be written to.`);
}

/**
 * Writes a component into a new folder of its own in `folder`: all of it or nothing, and nothing is replaced. Throws ToolError.
 */
async function writeComponent({ name, files }: ComponentResult, folder: string): Promise<Saved> {
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
    throw unwritable(folder, error);
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
