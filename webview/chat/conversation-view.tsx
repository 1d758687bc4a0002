import type { RefObject } from 'preact';
import type { Port } from '../shared/port.ts';
import { Composer } from './composer.tsx';
import { useChat } from './context.ts';
import { EmptyView } from './empty-view.tsx';
import type { ChatPageState, Conversation, FromChat, ToChat } from './messages.ts';
import { Thread } from './thread.tsx';
import { useDraft } from './use-draft.ts';

interface ConversationViewProps {
  conversation: Conversation;
  input: RefObject<HTMLTextAreaElement | null>;
  port: Port<ToChat, FromChat, ChatPageState>;
  onDismiss: () => void;
}

/** One conversation: its questions and answers above, the next question below. */
export function ConversationView({ conversation, input, port, onDismiss }: ConversationViewProps) {
  const { strings, post } = useChat();
  const draft = useDraft(conversation);
  const hasPicture = conversation.draft.pictures.length > 0;
  /** Asks it where there is something to ask about, else writes it where the person can go on. */
  const takeExample = (text: string) => {
    input.current?.focus();
    if (!hasPicture) return draft.write(text);
    post({ kind: 'ask', text });
    // What is half written stays for the next question.
    if (draft.text) draft.write(draft.text);
  };
  return (
    <>
      <h1 class="visually-hidden">{conversation.title || strings.emptyTitle}</h1>
      {conversation.exchanges.length ? (
        <Thread conversation={conversation} port={port} />
      ) : (
        <EmptyView hasPicture={hasPicture} onExample={takeExample} />
      )}
      <Composer conversation={conversation} draft={draft} input={input} onDismiss={onDismiss} />
    </>
  );
}
