import type { ChatPicture, Conversation } from './messages.ts';

/** All pictures that were asked about. */
export const picturesOf = (conversation: Conversation | undefined): ChatPicture[] =>
  conversation?.exchanges.flatMap(({ pictures }) => pictures) ?? [];
