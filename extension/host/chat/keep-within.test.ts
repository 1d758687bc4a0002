import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { newConversation, withAttached } from './conversation.ts';
import { keepWithin } from './keep-within.ts';
import { PictureFiles } from './picture-files.ts';
import { ConversationStore } from './store.ts';

it('lets old conversations go where pictures take too much room, and never the newest', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'within-'));
  const store = new ConversationStore(folder);
  const pictures = new PictureFiles(path.join(folder, 'pictures'));
  await store.load();
  for (const changed of [1, 2, 3]) {
    const sha256 = await pictures.keep(new Uint8Array(10).fill(changed));
    const picture = { sha256, name: 'a.png', mime: 'image/png' };
    await store.save({ ...withAttached(newConversation(), [picture]), changed });
  }
  await keepWithin(store, pictures, 20);
  expect(store.list().map(({ changed }) => changed)).toEqual([3, 2]);
  await keepWithin(store, pictures, 5);
  expect(store.list().map(({ changed }) => changed)).toEqual([3]);
  await rm(folder, { recursive: true });
});
