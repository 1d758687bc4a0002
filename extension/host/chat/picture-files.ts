/** Pictures of conversations on disk: one file each, named after its content. */
import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Larger ones are refused: a full-page screenshot takes a tenth of it. */
export const MOST_PICTURE_BYTES = 50_000_000;

/** A picture that nothing refers to may have been attached a moment ago by another window: only older ones go, in ms. */
const LEAST_AGE = 60 * 60 * 1000;

const SHA256 = /^[0-9a-f]{64}$/;

export class PictureFiles {
  readonly #folder: string;

  /** @param folder made where missing */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Throws where there is no such picture of ours by its name. */
  path(sha256: string): string {
    if (!SHA256.test(sha256)) throw new Error(`${sha256} names no picture`);
    return path.join(this.#folder, sha256);
  }

  /** Keeps a picture. @returns its SHA-256. Throws where it can't be written. */
  async keep(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = this.path(sha256);
    const known = await stat(file).catch(() => undefined);
    if (known?.size === bytes.length) {
      await utimes(file, new Date(), new Date());
      return sha256;
    }
    await mkdir(this.#folder, { recursive: true });
    const part = `${file}.${randomUUID()}.part`;
    try {
      await writeFile(part, bytes);
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    return sha256;
  }

  /** `undefined` where it isn't kept. */
  async read(sha256: string): Promise<Uint8Array | undefined> {
    try {
      return new Uint8Array(await readFile(this.path(sha256)));
    } catch {
      return undefined;
    }
  }

  /** Bytes on disk; 0 where it isn't kept. */
  async size(sha256: string): Promise<number> {
    return (await stat(this.path(sha256)).catch(() => undefined))?.size ?? 0;
  }

  /** A copy under a name that says what it is, for others to open. Throws where there is no such picture. */
  async named(sha256: string, name: string): Promise<string> {
    const folder = path.join(this.#folder, 'named', sha256.slice(0, 12));
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, name);
    await copyFile(this.path(sha256), file);
    return file;
  }

  /** Deletes what isn't in use, but for what came within the last hour. */
  async clean(inUse: ReadonlySet<string>, now = Date.now()): Promise<void> {
    const names = await readdir(this.#folder).catch(() => [] as string[]);
    for (const name of names.filter((each) => !inUse.has(each))) {
      const file = path.join(this.#folder, name);
      const known = await stat(file).catch(() => undefined);
      if (known && now - known.mtimeMs > LEAST_AGE) await rm(file, { recursive: true, force: true });
    }
  }
}
