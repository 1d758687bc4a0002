import type { RefObject } from 'preact';
import type { Port } from '../shared/port.ts';
import { isRunning } from './chat-state.ts';
import { Composer } from './composer.tsx';
import { Next, useChat, type NextQuestion } from './context.ts';
import { EmptyView } from './empty-view.tsx';
import type { ChatPageState, Conversation, FromChat, ToChat } from './messages.ts';
import { picturesOf } from './shown-pictures.ts';
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
  const { pictures } = conversation.draft;
  const hasPicture = pictures.length > 0 || picturesOf(conversation).length > 0;
  const next: NextQuestion = {
    region: draft.region,
    mark(region) {
      draft.mark(region);
      input.current?.focus();
    },
    propose(text) {
      input.current?.focus();
      if (!hasPicture || isRunning(conversation)) return draft.write(text);
      post({ kind: 'ask', text, ...(draft.region ? { region: draft.region } : {}) });
      // What is half written stays for the next question.
      draft.clear();
      if (draft.text) draft.write(draft.text);
    },
  };
  return (
    <Next.Provider value={next}>
      <h1 class="visually-hidden">{conversation.title || strings.emptyTitle}</h1>
      {conversation.exchanges.length ? (
        <Thread conversation={conversation} port={port} />
      ) : (
        <EmptyView pictures={pictures} />
      )}
      <Composer conversation={conversation} draft={draft} hasPicture={hasPicture} input={input} onDismiss={onDismiss} />
    </Next.Provider>
  );
}
