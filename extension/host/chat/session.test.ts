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
let made: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'session-'));
  posted = [];
  asked = [];
  made = [];
  ask = async (_, options) => {
    options?.onPart?.(part);
    return [part];
  };
});
afterEach(() => rm(folder, { recursive: true, maxRetries: 3 }));

async function started(last?: string): Promise<ChatSession> {
  store = new ConversationStore(path.join(folder, 'conversations'));
  await store.load();
  // What is still written when a test ends is told to nobody else.
  const told = posted;
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
    components: {
      make: async ({ name }, region) => made.push([name, region]) > 0,
      say: ({ name }, picture, region) => [
        { kind: 'fact', text: name, picture, boxes: region ? [region] : [], confidence: 1 },
      ],
    },
    post: (message) => told.push(message),
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

const box = { x: 10, y: 20, width: 100, height: 40 };

describe('parts of pictures', () => {
  it('asks about the one that was drawn, and keeps it', async () => {
    const session = await started();
    await session.attach([
      { name: 'a.png', bytes: png(1) },
      { name: 'b.png', bytes: png(2) },
    ]);
    const { sha256 } = session.shown.draft.pictures[1]!;
    session.setDraft(session.shown.id, 'Wh', { sha256, box });
    expect(session.shown.draft.region).toEqual({ sha256, box });
    await session.ask('What?', { sha256, box });
    expect(asked[0]).toMatchObject({ region: { picture: 1, box } });
    expect(session.shown.draft.region).toBeUndefined();
    await store.save(session.shown);
    expect((await started(session.shown.id)).shown.exchanges[0]!.region).toEqual({ sha256, box });
  });

  it('forgets one whose picture is taken away', async () => {
    const session = await started();
    await session.attach([{ name: 'a.png', bytes: png(1) }]);
    const { sha256 } = session.shown.draft.pictures[0]!;
    session.setDraft(session.shown.id, '', { sha256, box });
    session.detach(sha256);
    expect(session.shown.draft.region).toBeUndefined();
    await session.ask('What?', { sha256, box });
    expect(asked[0]).not.toHaveProperty('region');
  });

  it('asks once more of the one that is meant, and leaves the draft alone', async () => {
    const session = await started();
    await session.attach([{ name: 'a.png', bytes: png(1) }]);
    const { sha256 } = session.shown.draft.pictures[0]!;
    await session.ask('Where is Delete?');
    session.setDraft(session.shown.id, 'next');
    await session.choose(session.shown.exchanges[0]!.id, { sha256, box, name: 'button “Delete”' });
    expect(asked[1]).toMatchObject({ question: 'Where is Delete?', meant: { picture: 0, box } });
    expect(session.shown).toMatchObject({ exchanges: [{}, { pictures: [] }], draft: { text: 'next' } });
  });
});

describe('components', () => {
  const fact: AnswerPart = { kind: 'fact', text: 'Save', picture: 0, boxes: [box], confidence: 1 };
  const wider = { x: 0, y: 4, width: 126, height: 72 };

  it('are made of what the last answer was about', async () => {
    ask = async () => [fact];
    const session = await started();
    await session.attach([{ name: 'a.png', bytes: png(1) }]);
    await session.ask('Where is Save?');
    await session.ask('make it a component');
    expect(made).toEqual([['a.png', wider]]);
    expect(asked).toHaveLength(1);
    expect(session.shown.exchanges[1]).toMatchObject({ answer: [{ text: 'a.png', boxes: [wider] }], state: 'done' });
  });

  it('are made of all of the picture, of a part that was drawn, and of what is named', async () => {
    const session = await started();
    await session.attach([{ name: 'a.png', bytes: png(1) }]);
    const { sha256 } = session.shown.draft.pictures[0]!;
    await session.ask('Make a component of the whole page');
    await session.ask('Make it a component', { sha256, box });
    const value = { kind: 'place' as const, box, point: { x: 60, y: 40 } };
    const program = { op: 'describe' as const };
    const outcome = { picture: 0, program, steps: [], value, boxes: [box], confidence: 1, declined: false };
    ask = async () => [{ kind: 'outcome', outcome }];
    await session.ask('Turn the save button into a component');
    expect(asked.at(-1)).toMatchObject({ question: 'where is the save button' });
    await session.makeComponent(sha256);
    await session.makeComponent(sha256, box);
    expect(made).toEqual([
      ['a.png', undefined],
      ['a.png', box],
      ['a.png', wider],
      ['a.png', undefined],
      ['a.png', wider],
    ]);
  });

  it('are not made of what is not there: the answer says so', async () => {
    ask = async () => [part];
    const session = await started();
    await session.attach([{ name: 'a.png', bytes: png(1) }]);
    await session.ask('Turn the map into a component');
    expect(made).toEqual([]);
    expect(session.shown.exchanges[0]!.answer).toEqual([part]);
  });
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
