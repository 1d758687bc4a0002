import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newConversation, withAttached, withQuestion } from './conversation.ts';
import { ConversationStore, MOST_CONVERSATIONS } from './store.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chat-'));
});
afterEach(() => rm(folder, { recursive: true }));

const asked = (question: string) => withQuestion(newConversation(), question);

async function opened(): Promise<ConversationStore> {
  const store = new ConversationStore(folder);
  await store.load();
  return store;
}

it('has conversations again after a restart, the newest first; what ran counts as stopped', async () => {
  const store = await opened();
  await store.save({ ...asked('old'), changed: 1 });
  await store.save({ ...asked('new'), changed: 2 });
  const again = await opened();
  expect(again.list().map(({ title }) => title)).toEqual(['new', 'old']);
  expect(again.list()[0]!.exchanges[0]!.state).toBe('stopped');
});

it('keeps drafts, and lists nothing that is empty', async () => {
  const store = await opened();
  const drafted = { ...newConversation(), draft: { text: 'half a', pictures: [] } };
  await store.save(drafted);
  await store.save(newConversation());
  expect((await opened()).list()).toEqual([drafted]);
});

it('keeps the last of many writes, and leaves no parts behind', async () => {
  const store = await opened();
  const conversation = asked('a');
  const writes = [1, 2, 3, 4].map((changed) => store.save({ ...conversation, changed }));
  await Promise.all(writes);
  expect((await opened()).get(conversation.id)!.changed).toBe(4);
  expect(await readdir(folder)).toEqual([`${conversation.id}.json`]);
});

it('brings a deleted conversation back, until the next is deleted', async () => {
  const store = await opened();
  const [a, b] = [asked('a'), asked('b')];
  await store.save(a);
  await store.save(b);
  await store.remove(a.id);
  expect(store.get(a.id)).toBeUndefined();
  expect((await store.restore(a.id))?.title).toBe('a');
  await store.remove(a.id);
  await store.remove(b.id);
  expect(await store.restore(a.id)).toBeUndefined();
  expect((await store.restore(b.id))?.title).toBe('b');
});

it('writes nothing of a conversation that is deleted meanwhile', async () => {
  const store = await opened();
  const conversation = asked('a');
  await store.save(conversation);
  const late = store.save({ ...conversation, title: 'late' });
  await Promise.all([late, store.remove(conversation.id)]);
  expect((await opened()).list()).toEqual([]);
});

it('passes over files that are not sound', async () => {
  await (await opened()).save(asked('a'));
  await writeFile(path.join(folder, 'notes.json'), '{}');
  await writeFile(path.join(folder, '00000000-0000-0000-0000-000000000000.json'), '{"id":');
  await writeFile(path.join(folder, '00000000-0000-0000-0000-000000000001.json'), '{"exchanges":[null]}');
  expect((await opened()).list().map(({ title }) => title)).toEqual(['a']);
});

it('reads conversations as they were kept before answers had outcomes', async () => {
  const id = '00000000-0000-0000-0000-000000000002';
  const exchange = {
    id: 'e',
    question: 'What?',
    pictures: [{ sha256: 'a', name: 'a.png', mime: 'image/png' }],
    about: ['a'],
    answer: [
      { kind: 'text', text: 'It says ' },
      { kind: 'fact', text: 'yes', picture: 0, boxes: [], confidence: 1 },
    ],
    state: 'done',
  };
  const kept = { id, title: 'What?', changed: 1, exchanges: [exchange], draft: { text: 'and', pictures: [] } };
  await writeFile(path.join(folder, `${id}.json`), JSON.stringify(kept));
  expect((await opened()).get(id)).toEqual(kept);
});

it('lets go of those left alone longest', async () => {
  const store = await opened();
  for (let index = 0; index <= MOST_CONVERSATIONS; index++) await store.save({ ...asked(`${index}`), changed: index });
  const titles = (await opened()).list().map(({ title }) => title);
  expect(titles).toHaveLength(MOST_CONVERSATIONS);
  expect(titles).not.toContain('0');
});

it('knows the pictures in use, those of deleted conversations too while they can come back', async () => {
  const store = await opened();
  const attached = withAttached(newConversation(), [{ sha256: 'a', name: 'a.png', mime: 'image/png' }]);
  await store.save(attached);
  await store.remove(attached.id);
  expect(await store.picturesInUse()).toEqual(new Set(['a']));
  await store.purge();
  expect(await store.picturesInUse()).toEqual(new Set());
});
