/** Bytes by name on disk, the least recently used of them dropped beyond a limit. What fails here costs only time. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** After an eviction so much of the limit is in use. */
const ROOM = 0.8;
const DIGEST = 'sha256';
const DIGEST_BYTES = 32;

export class DiskCache {
  readonly #folder: string;
  readonly #limit: number;
  /** Known after the first write. */
  #used: Promise<number> | undefined;

  /** `limit` in bytes; 0 keeps nothing. The folder is made when something is kept. */
  constructor(folder: string, limit: number) {
    this.#folder = folder;
    this.#limit = limit;
  }

  /** What was kept under a name (letters, digits, `-`, `.`); undefined where nothing was, or it is damaged. */
  async get(name: string): Promise<Uint8Array | undefined> {
    const file = path.join(this.#folder, name);
    const content = await readFile(file).catch(() => undefined);
    if (!content) return undefined;
    const body = content.subarray(DIGEST_BYTES);
    if (!createHash(DIGEST).update(body).digest().equals(content.subarray(0, DIGEST_BYTES))) {
      await rm(file, { force: true }).catch(() => {});
      return undefined;
    }
    const now = new Date();
    await utimes(file, now, now).catch(() => {});
    return body;
  }

  /** Keeps it whole or not at all. */
  async set(name: string, body: Uint8Array): Promise<void> {
    if (body.length + DIGEST_BYTES > this.#limit) return;
    const partial = path.join(this.#folder, `${randomUUID()}.partial`);
    try {
      await mkdir(this.#folder, { recursive: true });
      const used = await this.#usedBytes();
      await writeFile(partial, Buffer.concat([createHash(DIGEST).update(body).digest(), body]));
      await rename(partial, path.join(this.#folder, name));
      this.#used = Promise.resolve(used + body.length + DIGEST_BYTES);
      if ((await this.#used) > this.#limit) await (this.#used = this.#evict());
    } catch {
      await rm(partial, { force: true }).catch(() => {});
    }
  }

  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
    this.#used = undefined;
  }

  #usedBytes(): Promise<number> {
    return (this.#used ??= this.#entries().then((entries) => entries.reduce((sum, { size }) => sum + size, 0)));
  }

  async #entries(): Promise<{ file: string; size: number; used: number }[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const entries = await Promise.all(
      names.map(async (name) => {
        const file = path.join(this.#folder, name);
        const stats = await stat(file).catch(() => undefined);
        return stats?.isFile() ? [{ file, size: stats.size, used: stats.mtimeMs }] : [];
      }),
    );
    return entries.flat();
  }

  /** Returns what is then in use, in bytes. */
  async #evict(): Promise<number> {
    const entries = (await this.#entries()).sort((a, b) => a.used - b.used);
    let used = entries.reduce((sum, { size }) => sum + size, 0);
    for (const { file, size } of entries) {
      if (used <= ROOM * this.#limit) break;
      await rm(file, { force: true }).catch(() => {});
      used -= size;
    }
    return used;
  }
}
