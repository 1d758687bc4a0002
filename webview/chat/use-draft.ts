import { useEffect, useRef, useState } from 'preact/hooks';
import { useChat } from './context.ts';
import type { Conversation } from './messages.ts';

/** Milliseconds without a letter after which a draft is kept. */
const KEEP_AFTER = 300;

export interface Draft {
  text: string;
  write: (text: string) => void;
  /** Without keeping the empty draft: whoever asks it keeps it otherwise. */
  clear: () => void;
}

/** A conversation's next question, kept by the host while it is written. */
export function useDraft({ id, draft }: Conversation): Draft {
  const { post } = useChat();
  const [text, setText] = useState(draft.text);
  const unkept = useRef<string | undefined>(undefined);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const keep = () => {
    clearTimeout(waiting.current);
    if (unkept.current !== undefined) post({ kind: 'draft', conversation: id, text: unkept.current });
    unkept.current = undefined;
  };
  useEffect(() => {
    const hide = () => document.visibilityState === 'hidden' && keep();
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      keep();
    };
  }, []);
  return {
    text,
    write(next) {
      setText(next);
      unkept.current = next;
      clearTimeout(waiting.current);
      waiting.current = setTimeout(keep, KEEP_AFTER);
    },
    clear() {
      setText('');
      unkept.current = undefined;
      clearTimeout(waiting.current);
    },
  };
}
