import { messageOf } from '../message-of.ts';
import type { AnswerPart } from '../../answer/answer.ts';
import type { Box } from '../../vision/scene.ts';
import type {
  Candidate,
  ChatPicture,
  Conversation,
  Exchange,
  Region,
  ToChat,
  Trouble,
} from '../../../webview/chat/messages.ts';
import type { Engine } from '../engine.ts';
import { isTiff, pictureType } from '../picture-type.ts';
import { answerLast } from './answering.ts';
import {
  askedAgain,
  isEmpty,
  newConversation,
  picturesOf,
  withAttached,
  withChoice,
  withExchange,
  withoutAttached,
  withPart,
  withQuestion,
} from './conversation.ts';
import type { ComponentMaker } from './grant-wish.ts';
import { around } from './last-evidence.ts';
import { MOST_PICTURE_BYTES, type PictureFiles } from './picture-files.ts';
import type { ConversationStore } from './store.ts';

/** Pictures that one question may be about: more are a mistake, and take minutes to look at. */
export const MOST_ATTACHED = 10;

/** Longest side and bytes of what is shown in the place of a picture that no browser shows. */
const SHOWN = { width: 2400, height: 2400, bytes: 8_000_000 };

/** What the chat has the engine do: see a picture, show one that no browser can, answer. */
export type ChatEngine = Pick<Engine, 'see' | 'describe' | 'ask'>;

interface SessionOptions {
  store: ConversationStore;
  pictures: PictureFiles;
  engine: () => ChatEngine;
  components: ComponentMaker;
  post: (message: ToChat) => void;
  /** Of what failed, one line. */
  log: (message: string) => void;
  /** The conversation in sight, or its title, is another. */
  onShow: (conversation: Conversation) => void;
}

/** The chat: one conversation in sight, answers that may still run in others. Knows neither page nor editor. */
export class ChatSession {
  readonly #options: SessionOptions;
  /** By conversation. */
  readonly #runs = new Map<string, AbortController>();
  #shown: Conversation;

  /** @param last id of the conversation that was in sight last */
  constructor(last: string | undefined, options: SessionOptions) {
    this.#options = options;
    this.#shown = (last !== undefined && options.store.get(last)) || options.store.list()[0] || newConversation();
  }

  get shown(): Conversation {
    return this.#shown;
  }

  /** Tells the page all of what is in sight. */
  showAgain(): void {
    this.#options.onShow(this.#shown);
    this.#options.post({ kind: 'show', conversation: this.#shown });
  }

  open(id: string): void {
    this.#shown = this.#options.store.get(id) ?? this.#shown;
    this.showAgain();
  }

  openNew(): void {
    if (!isEmpty(this.#shown)) this.#shown = newConversation();
    this.showAgain();
  }

  async remove(id: string): Promise<void> {
    // Gone at once: what still comes of its answer finds nothing to change.
    const removed = this.#options.store.remove(id);
    const isShown = this.#shown.id === id;
    if (isShown) this.#shown = newConversation();
    this.#runs.get(id)?.abort();
    if (isShown) this.showAgain();
    await removed;
  }

  async restore(id: string): Promise<void> {
    if (await this.#options.store.restore(id)) this.open(id);
  }

  setDraft(id: string, text: string, region?: Region): void {
    const conversation = this.#current(id);
    if (!conversation) return;
    const { pictures } = conversation.draft;
    this.#change({ ...conversation, draft: { text, pictures, ...(region ? { region } : {}) } });
  }

  /**
   * Attaches what is a picture of bearable size; of the rest the page tells the person, and of the `others` that couldn't be
   * read. Throws where a picture can't be written.
   */
  async attach(files: readonly { name: string; bytes: Uint8Array }[], others: readonly Trouble[] = []): Promise<void> {
    const troubles: Trouble[] = [...others];
    const added: ChatPicture[] = [];
    for (const { name, bytes } of files) {
      const mime = pictureType(bytes) ?? (isTiff(bytes) ? 'image/tiff' : undefined);
      if (!mime) troubles.push({ reason: 'notPicture', name });
      else if (bytes.length > MOST_PICTURE_BYTES) troubles.push({ reason: 'tooLarge', name });
      else if (this.#shown.draft.pictures.length + added.length >= MOST_ATTACHED)
        troubles.push({ reason: 'tooMany', name });
      else added.push({ name, mime, sha256: await this.#options.pictures.keep(bytes) });
    }
    this.#setAttached(withAttached(this.#shown, added));
    for (const { sha256 } of added) void this.look(sha256);
    this.tell(troubles);
  }

  detach(sha256: string): void {
    this.#setAttached(withoutAttached(this.#shown, sha256));
  }

  tell(troubles: Trouble[]): void {
    if (troubles.length) this.#options.post({ kind: 'trouble', troubles });
  }

  /** Resolves when the answer has ended, however it ended. */
  ask(text: string, region?: Region): Promise<void> {
    return this.#start(withQuestion(this.#shown, text, region));
  }

  /** Asks an earlier question once more, of the one thing that is meant. */
  async choose(exchange: string, meant: Candidate): Promise<void> {
    const conversation = withChoice(this.#shown, exchange, meant);
    if (conversation) await this.#start(conversation);
  }

  /** Makes a component of a picture of the conversation in sight, or of the thing in it that lies at `thing`. */
  async makeComponent(sha256: string, thing?: Box): Promise<void> {
    const { exchanges, draft } = this.#shown;
    const picture = [...picturesOf(exchanges), ...draft.pictures].find((each) => each.sha256 === sha256);
    if (picture) await this.#options.components.make(picture, thing && around([thing]));
  }

  /** Asks an earlier question anew, in other words where `text` is given. */
  async askAgain(exchange: string, text?: string): Promise<void> {
    const conversation = askedAgain(this.#shown, exchange, text);
    if (conversation) await this.#start(conversation);
  }

  stop(): void {
    this.#runs.get(this.#shown.id)?.abort();
  }

  /** Ends all that runs. */
  dispose(): void {
    for (const run of this.#runs.values()) run.abort();
  }

  async givePicture(sha256: string): Promise<void> {
    const { pictures, engine, post, log } = this.#options;
    let bytes = await pictures.read(sha256);
    if (bytes && isTiff(bytes)) {
      try {
        const request = { image: { path: pictures.path(sha256) }, thumbnail: SHOWN, lane: 'batch' as const };
        bytes = (await engine().describe(request)).thumbnail?.bytes;
      } catch (error) {
        log(messageOf(error));
      }
    }
    // Webviews get plain arrays as bytes, nothing that Node makes of them.
    post({ kind: 'picture', sha256, ...(bytes ? { bytes: new Uint8Array(bytes) } : {}) });
  }

  /** Has the engine see a picture, for the page to draw over it. */
  async look(sha256: string): Promise<void> {
    const { pictures, engine, post, log } = this.#options;
    try {
      const scene = await engine().see({ image: { path: pictures.path(sha256) } });
      post({ kind: 'seen', sha256, scene });
    } catch (error) {
      const message = this.#named(messageOf(error));
      log(message);
      post({ kind: 'notSeen', sha256, message });
    }
  }

  #setAttached(conversation: Conversation): void {
    this.#change(conversation);
    this.#options.post({ kind: 'attached', conversation: conversation.id, pictures: conversation.draft.pictures });
  }

  async #start(conversation: Conversation): Promise<void> {
    this.#runs.get(conversation.id)?.abort();
    const run = new AbortController();
    this.#runs.set(conversation.id, run);
    this.#change(conversation);
    this.showAgain();
    const { id } = conversation.exchanges.at(-1)!;
    const update = (change: Partial<Exchange>) => this.#update(conversation.id, id, change);
    try {
      const answer = await answerLast(conversation, {
        ...this.#options,
        signal: run.signal,
        onPart: (part) => void (run.signal.aborted || this.#addPart(conversation.id, id, part)),
      });
      update({ answer, state: 'done' });
    } catch (error) {
      if (run.signal.aborted) return update({ state: 'stopped' });
      const message = this.#named(messageOf(error));
      this.#options.log(message);
      update({ state: 'failed', error: message });
    } finally {
      if (this.#runs.get(conversation.id) === run) this.#runs.delete(conversation.id);
    }
  }

  /** Pictures by the names that a person knows, in the place of where they are kept. */
  #named(message: string): string {
    const { exchanges, draft } = this.#shown;
    const known = [...picturesOf(exchanges), ...draft.pictures];
    return known.reduce(
      (text, { sha256, name }) => text.replaceAll(this.#options.pictures.path(sha256), () => name),
      message,
    );
  }

  #current(id: string): Conversation | undefined {
    return id === this.#shown.id ? this.#shown : this.#options.store.get(id);
  }

  #addPart(conversation: string, exchange: string, part: AnswerPart): void {
    const current = this.#current(conversation);
    if (!current) return;
    this.#note(withPart(current, exchange, part));
    if (conversation === this.#shown.id) this.#options.post({ kind: 'part', conversation, exchange, part });
  }

  /** Nothing happens where the exchange has been dropped since. */
  #update(conversation: string, id: string, change: Partial<Exchange>): void {
    const current = this.#current(conversation);
    if (!current?.exchanges.some((exchange) => exchange.id === id)) return;
    const changed = withExchange(current, id, change);
    this.#change(changed);
    const exchange = changed.exchanges.find((each) => each.id === id)!;
    if (conversation === this.#shown.id) this.#options.post({ kind: 'exchange', conversation, exchange });
  }

  #note(conversation: Conversation): void {
    if (conversation.id === this.#shown.id) this.#shown = conversation;
    this.#options.store.note(conversation);
  }

  #change(conversation: Conversation): void {
    this.#note(conversation);
    this.#options.store.save(conversation).catch((error: unknown) => {
      this.#options.log(messageOf(error));
      this.tell([{ reason: 'notKept', name: conversation.title }]);
    });
  }
}
