import type { PictureFiles } from './picture-files.ts';
import type { ConversationStore } from './store.ts';

/** Bytes of all pictures that are kept: some thousands of screenshots. */
export const MOST_BYTES = 1_000_000_000;

/** Deletes the conversations left alone longest until the pictures of the others take at most `bytes`, then spare pictures. */
export async function keepWithin(store: ConversationStore, pictures: PictureFiles, bytes = MOST_BYTES): Promise<void> {
  const counted = new Set<string>();
  let total = 0;
  for (const { id, exchanges, draft } of store.list()) {
    for (const { sha256 } of [draft, ...exchanges].flatMap((each) => each.pictures)) {
      if (!counted.has(sha256)) total += await pictures.size(sha256);
      counted.add(sha256);
    }
    if (total > bytes && counted.size > 1) await store.forget(id);
  }
  await pictures.clean(await store.picturesInUse());
}
