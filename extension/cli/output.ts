import { randomUUID } from 'node:crypto';
import { rmdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SourceFile } from '../engine/protocol.ts';
import { REPORT_MARK } from '../fidelity/report.ts';

/** Output can't be written; the message is one line that says why and what to do. */
export class OutputError extends Error {
  override name = 'OutputError';
}

/** Characters that some file system forbids in a name, and control characters. */
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f]/g;
/** Names that stay below every file system's limit of 255 bytes, with room for a number behind. */
const MOST_LETTERS = 60;

/** A folder's name for an image: its file's name without the ending. */
export function folderName(image: string): string {
  const base = path
    .parse(image)
    .name.normalize('NFC')
    .replace(FORBIDDEN, '-')
    .replace(/^\.+|[. ]+$/g, '');
  return [...base].slice(0, MOST_LETTERS).join('') || 'image';
}

function explain(error: unknown, target: string): OutputError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Record<string, string> = {
    ENOSPC: `the disk of ${target} is full. Free some space, or choose another folder with --out.`,
    EDQUOT: `the quota for ${target} is used up. Free some space, or choose another folder with --out.`,
    EACCES: `${target} may not be written to. Check its permissions, or choose another folder with --out.`,
    EPERM: `${target} may not be written to. Check its permissions, or choose another folder with --out.`,
    EROFS: `${target} can't be written to: its file system is read-only. Choose another folder with --out.`,
    ENOTDIR: `${target} lies below a file. Choose another folder with --out.`,
    EEXIST: `${target} is a file. Choose another folder with --out.`,
    ENAMETOOLONG: `the path below ${target} gets too long. Choose another folder with --out.`,
  };
  return new OutputError(
    reasons[code] ?? `${target} can't be written to (${(error as Error).message.split('\n')[0]}).`,
  );
}

/**
 * Writes each image's folder whole or not at all: first beside its place under a name of its own, renamed when complete.
 * What an earlier run left at its place is replaced; any other folder there is kept, and the new one gets a number.
 */
export class Output {
  readonly #folder: string;
  readonly #taken = new Set<string>();
  readonly #partial = new Set<string>();
  /** The topmost folder that didn't exist before. */
  #created: string | undefined;

  constructor(folder: string) {
    this.#folder = path.resolve(folder);
  }

  /** Makes the folder that all goes into. Throws OutputError. */
  async prepare(): Promise<void> {
    try {
      this.#created = (await mkdir(this.#folder, { recursive: true })) ?? this.#created;
      const probe = path.join(this.#folder, `.pixelwright-${randomUUID()}`);
      await mkdir(probe);
      await rmdir(probe);
    } catch (error) {
      this.discard();
      throw explain(error, this.#folder);
    }
  }

  /** Path of the folder that was written. Throws OutputError, and then nothing is left of it. */
  async write(name: string, files: readonly SourceFile[]): Promise<string> {
    const partial = path.join(this.#folder, `.${name}-${randomUUID().slice(0, 8)}.partial`);
    this.#partial.add(partial);
    try {
      for (const file of files) {
        const target = path.join(partial, ...file.path.split('/'));
        await mkdir(path.dirname(target), { recursive: true });
        await writeFile(target, file.content);
      }
      return await this.#publish(partial, name);
    } catch (error) {
      throw explain(error, this.#folder);
    } finally {
      await rm(partial, { recursive: true, force: true });
      this.#partial.delete(partial);
    }
  }

  async #publish(partial: string, name: string): Promise<string> {
    const free = await this.#freeName(name);
    const target = path.join(this.#folder, free);
    const old = `${partial}.old`;
    const replaced = await rename(target, old).then(
      () => true,
      () => false,
    );
    try {
      await rename(partial, target);
    } catch (error) {
      if (replaced) await rename(old, target);
      throw error;
    }
    await rm(old, { recursive: true, force: true });
    return target;
  }

  async #freeName(name: string): Promise<string> {
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? name : `${name}-${number}`;
      if (this.#taken.has(candidate.toLowerCase())) continue;
      if (!(await isFreeOrOurs(path.join(this.#folder, candidate)))) continue;
      this.#taken.add(candidate.toLowerCase());
      return candidate;
    }
  }

  /** Removes, at once, what is half written and folders that were made and are empty. */
  discard(): void {
    for (const partial of this.#partial) rmSync(partial, { recursive: true, force: true });
    if (!this.#created) return;
    const topmost = path.resolve(this.#created);
    try {
      for (let folder = this.#folder; folder.startsWith(topmost); folder = path.dirname(folder)) rmdirSync(folder);
    } catch {
      // Not empty, or never made.
    }
  }
}

/** Nothing there, an empty folder, or one with a report of ours in it. */
async function isFreeOrOurs(folder: string): Promise<boolean> {
  try {
    if ((await readdir(folder)).length === 0) return true;
    return (await readFile(path.join(folder, 'report.html'), 'utf8')).includes(REPORT_MARK);
  } catch (error) {
    const isFolder = error instanceof Error && 'syscall' in error && error.syscall !== 'scandir';
    return !isFolder && error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
