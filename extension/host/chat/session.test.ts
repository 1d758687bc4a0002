import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerPart } from '../../answer/answer.ts';
import type { Scene } from '../../vision/scene.ts';
import type { ToChat } from '../../../webview/chat/messages.ts';
import { MOST_PICTURE_BYTES, PictureFiles } from './picture-files.ts';
import { ChatSession, MOST_ATTACHED, type ChatEngine } from './session.ts';
import { ConversationStore } from './store.ts';

const part: AnswerPart = { kind: 'text', text: 'yes' };
const png = (mark: number) => new Uint8Array([0x89, 0x50, 0x4e, 0x47, mark]);
const scene = { version: '1' } as Scene;

let folder: string;
let store: ConversationStore;
let posted: ToChat[];
let ask: ChatEngine['ask'];
let asked: Parameters<ChatEngine['ask']>[0][];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'session-'));
  posted = [];
  asked = [];
  ask = async (_, options) => {
    options?.onPart?.(part);
    return [part];
  };
});
afterEach(() => rm(folder, { recursive: true, maxRetries: 3 }));

async function started(last?: string): Promise<ChatSession> {
  store = new ConversationStore(path.join(folder, 'conversations'));
  await store.load();
  const engine: ChatEngine = {
    see: async () => scene,
    describe: () => Promise.reject(new Error('nobody asks')),
    ask: (params, options) => {
      asked.push(params);
      return ask(params, options);
    },
  };
  return new ChatSession(last, {
    store,
    pictures: new PictureFiles(path.join(folder, 'pictures')),
    engine: () => engine,
    post: (message) => posted.push(message),
    log: () => {},
    onShow: () => {},
  });
}

/** An engine that answers a part, and then nothing until it is stopped. */
const slowly: ChatEngine['ask'] = (_, options) => {
  options?.onPart?.(part);
  return new Promise((_resolve, reject) => {
    options?.signal?.addEventListener('abort', () => reject(options.signal!.reason as Error));
  });
};

const states = (session: ChatSession) => session.shown.exchanges.map(({ state }) => state);

it('answers, and has it all again after a restart', async () => {
  const session = await started();
  await session.attach([{ name: 'a.png', bytes: png(1) }]);
  await session.ask('What?');
  expect(session.shown.exchanges[0]).toMatchObject({ question: 'What?', answer: [part], state: 'done' });
  expect(asked[0]).toMatchObject({ question: 'What?', history: [], images: [{ name: 'a.png' }] });
  session.setDraft(session.shown.id, 'and');
  await store.save(session.shown);
  const again = await started(session.shown.id);
  expect(again.shown).toMatchObject({ exchanges: [{ answer: [part], state: 'done' }], draft: { text: 'and' } });
});

describe('attaching', () => {
  it('says what is no picture, too large or one too many, and keeps the rest', async () => {
    const session = await started();
    const many = Array.from({ length: MOST_ATTACHED + 1 }, (_, index) => ({ name: `${index}.png`, bytes: png(index) }));
    const large = new Uint8Array(MOST_PICTURE_BYTES + 1);
    large.set(png(0));
    await session.attach([{ name: 'a.txt', bytes: new Uint8Array([1]) }, { name: 'large.png', bytes: large }, ...many]);
    expect(session.shown.draft.pictures).toHaveLength(MOST_ATTACHED);
    expect(posted.find(({ kind }) => kind === 'trouble')).toEqual({
      kind: 'trouble',
      troubles: [
        { reason: 'notPicture', name: 'a.txt' },
        { reason: 'tooLarge', name: 'large.png' },
        { reason: 'tooMany', name: '10.png' },
      ],
    });
  });

  it('shows the picture and has it looked at', async () => {
    const session = await started();
    await session.attach([{ name: 'a.png', bytes: png(1) }]);
    const { sha256 } = session.shown.draft.pictures[0]!;
    await session.givePicture(sha256);
    expect(posted).toContainEqual({ kind: 'seen', sha256, scene });
    expect(posted).toContainEqual({ kind: 'picture', sha256, bytes: png(1) });
  });
});

describe('what goes otherwise', () => {
  it('keeps what was said when it is stopped', async () => {
    ask = slowly;
    const session = await started();
    const run = session.ask('What?');
    session.stop();
    await run;
    expect(session.shown.exchanges[0]).toMatchObject({ state: 'stopped', answer: [part] });
  });

  it('shows why there is no answer, and answers when it is tried again', async () => {
    const works = ask;
    ask = () => Promise.reject(new Error('The engine stopped.\n  at x'));
    const session = await started();
    await session.ask('What?');
    expect(session.shown.exchanges[0]).toMatchObject({ state: 'failed', error: 'The engine stopped.' });
    ask = works;
    await session.askAgain(session.shown.exchanges[0]!.id);
    expect(session.shown.exchanges).toMatchObject([{ question: 'What?', state: 'done', answer: [part] }]);
  });

  it('takes nothing from an answer whose question was edited meanwhile', async () => {
    ask = slowly;
    const session = await started();
    const run = session.ask('one');
    ask = async () => [{ kind: 'text', text: 'second' }];
    await session.askAgain(session.shown.exchanges[0]!.id, 'two');
    await run;
    expect(session.shown.exchanges).toMatchObject([{ question: 'two', answer: [{ text: 'second' }], state: 'done' }]);
  });

  it('goes on with an answer while another conversation is in sight', async () => {
    let finish: (answer: AnswerPart[]) => void = () => {};
    ask = () => new Promise((resolve) => (finish = resolve));
    const session = await started();
    const run = session.ask('one');
    const first = session.shown.id;
    session.openNew();
    posted.length = 0;
    finish([part]);
    await run;
    expect(posted).toEqual([]);
    session.open(first);
    expect(states(session)).toEqual(['done']);
  });
});

it('calls pictures by their names where something is wrong with them', async () => {
  ask = ({ images }) => Promise.reject(new Error(`${(images[0]!.image as { path: string }).path} is broken.`));
  const session = await started();
  await session.attach([{ name: 'a.png', bytes: png(1) }]);
  await session.ask('What?');
  expect(session.shown.exchanges[0]!.error).toBe('a.png is broken.');
});

it('starts a conversation where the one in sight is deleted, and brings it back', async () => {
  const session = await started();
  await session.ask('one');
  const { id } = session.shown;
  await session.remove(id);
  expect(session.shown.exchanges).toEqual([]);
  await session.restore(id);
  expect(session.shown.id).toBe(id);
});

it('stays deleted though an answer was under way', async () => {
  ask = slowly;
  const session = await started();
  const run = session.ask('one');
  await session.remove(session.shown.id);
  await run;
  expect(store.list()).toEqual([]);
  expect((await started()).shown.exchanges).toEqual([]);
});

it('goes on with an answer that was out of sight for a while', async () => {
  let options: Parameters<ChatEngine['ask']>[1];
  ask = (_, given) => {
    options = given;
    return slowly(_, given);
  };
  const session = await started();
  const run = session.ask('one');
  const first = session.shown.id;
  session.openNew();
  options?.onPart?.(part);
  session.open(first);
  expect(session.shown.exchanges[0]!.answer).toEqual([part, part]);
  session.stop();
  await run;
});
