/** Conversations on disk: one JSON file each, written atomically; deleted ones are kept until the next is deleted. */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Conversation } from '../../../webview/chat/messages.ts';
import { isEmpty, settled } from './conversation.ts';

/** Conversations that are kept; where there are more, those that were left alone longest go. */
export const MOST_CONVERSATIONS = 200;

const ENDING = '.json';

/** Names of ours; whatever else lies there is left alone. */
const ID = /^[0-9a-f-]{36}$/;

export class ConversationStore {
  readonly #folder: string;
  readonly #deletedFolder: string;
  readonly #conversations = new Map<string, Conversation>();
  /** Writes follow each other, so that the last one wins. */
  #writes: Promise<void> = Promise.resolve();

  /** @param folder made where missing */
  constructor(folder: string) {
    this.#folder = folder;
    this.#deletedFolder = path.join(folder, 'deleted');
  }

  /** Reads what is kept; files that aren't sound are passed over. Throws where the folder can't be made. */
  async load(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await this.purge();
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith(ENDING));
    const read = await Promise.all(names.map((name) => readConversation(path.join(this.#folder, name))));
    for (const conversation of read) if (conversation) this.#conversations.set(conversation.id, settled(conversation));
    const listed = this.list();
    const unwanted = [...[...this.#conversations.values()].filter(isEmpty), ...listed.slice(MOST_CONVERSATIONS)];
    for (const { id } of unwanted) await this.forget(id);
  }

  /** Without empty ones, the one changed last first. */
  list(): Conversation[] {
    const kept = [...this.#conversations.values()].filter((conversation) => !isEmpty(conversation));
    return kept.sort((a, b) => b.changed - a.changed);
  }

  get(id: string): Conversation | undefined {
    return this.#conversations.get(id);
  }

  /** Knows a change of a conversation; it is on disk with the next that is saved. */
  note(conversation: Conversation): void {
    if (this.#conversations.has(conversation.id)) this.#conversations.set(conversation.id, conversation);
  }

  /** Known at once; resolves when it is on disk. Throws where it can't be written. */
  save(conversation: Conversation): Promise<void> {
    this.#conversations.set(conversation.id, conversation);
    return this.#inOrder(() => this.#write(conversation));
  }

  async #write(conversation: Conversation): Promise<void> {
    if (!this.#conversations.has(conversation.id)) return;
    const file = this.#file(conversation.id);
    const part = `${file}.${randomUUID()}.part`;
    try {
      await writeFile(part, JSON.stringify(conversation), { flush: true });
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** Deletes a conversation so that `restore` can bring it back until another is deleted. */
  remove(id: string): Promise<void> {
    const conversation = this.#conversations.get(id);
    this.#conversations.delete(id);
    return this.#inOrder(async () => {
      await this.purge();
      if (!conversation) return;
      await mkdir(this.#deletedFolder, { recursive: true });
      await writeFile(path.join(this.#deletedFolder, id + ENDING), JSON.stringify(conversation));
      await rm(this.#file(id), { force: true });
    });
  }

  /** `undefined` where it is gone for good. */
  async restore(id: string): Promise<Conversation | undefined> {
    await this.#inOrder(() => rename(path.join(this.#deletedFolder, id + ENDING), this.#file(id)).catch(ignoreMissing));
    const conversation = await readConversation(this.#file(id));
    if (conversation) this.#conversations.set(id, settled(conversation));
    return this.#conversations.get(id);
  }

  /** Gives up what was deleted. */
  async purge(): Promise<void> {
    await rm(this.#deletedFolder, { recursive: true, force: true });
  }

  /** Deletes a conversation for good. */
  async forget(id: string): Promise<void> {
    this.#conversations.delete(id);
    await rm(this.#file(id), { force: true });
  }

  /** SHA-256 of every picture that some conversation on disk holds, deleted ones that can come back too. */
  async picturesInUse(): Promise<Set<string>> {
    const files = [this.#folder, this.#deletedFolder].map(async (folder) => {
      const names = await readdir(folder).catch(() => [] as string[]);
      return Promise.all(names.map((name) => readConversation(path.join(folder, name))));
    });
    const onDisk = (await Promise.all(files)).flat().filter((each) => each !== undefined);
    const all = [...onDisk, ...this.#conversations.values()];
    const pictures = all.flatMap(({ exchanges, draft }) => [draft, ...exchanges].flatMap((each) => each.pictures));
    return new Set(pictures.map(({ sha256 }) => sha256));
  }

  #file(id: string): string {
    return path.join(this.#folder, id + ENDING);
  }

  #inOrder(write: () => Promise<void>): Promise<void> {
    const done = this.#writes.then(write);
    this.#writes = done.catch(() => {});
    return done;
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

async function readConversation(file: string): Promise<Conversation | undefined> {
  if (!ID.test(path.basename(file, ENDING))) return undefined;
  try {
    const value = JSON.parse(await readFile(file, 'utf8')) as unknown;
    return isConversation(value) && value.id === path.basename(file, ENDING) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isConversation(value: unknown): value is Conversation {
  const { id, title, changed, exchanges, draft } = (value ?? {}) as Partial<Conversation>;
  return (
    typeof id === 'string' &&
    typeof title === 'string' &&
    typeof changed === 'number' &&
    typeof draft?.text === 'string' &&
    Array.isArray(draft.pictures) &&
    Array.isArray(exchanges) &&
    exchanges.every(
      (exchange) =>
        typeof exchange.question === 'string' &&
        Array.isArray(exchange.pictures) &&
        Array.isArray(exchange.about) &&
        Array.isArray(exchange.answer),
    )
  );
}
