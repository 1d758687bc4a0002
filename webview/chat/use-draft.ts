import { useEffect, useRef, useState } from 'preact/hooks';
import { useChat } from './context.ts';
import type { Conversation, Region } from './messages.ts';

/** Milliseconds without a change after which a draft is kept. */
const KEEP_AFTER = 300;

export interface Draft {
  text: string;
  /** The part of a picture that the question is about. */
  region: Region | undefined;
  write: (text: string) => void;
  mark: (region: Region | undefined) => void;
  /** Without keeping the empty draft: whoever asks it keeps it otherwise. */
  clear: () => void;
}

interface Content {
  text: string;
  region: Region | undefined;
}

/** A conversation's next question, kept by the host while it is written. */
export function useDraft({ id, draft, exchanges }: Conversation): Draft {
  const { post } = useChat();
  const [content, setContent] = useState<Content>({ text: draft.text, region: draft.region });
  const newest = useRef(content);
  newest.current = content;
  const unkept = useRef<Content | undefined>(undefined);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const keep = () => {
    clearTimeout(waiting.current);
    if (unkept.current) post({ kind: 'draft', conversation: id, ...unkept.current });
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
  const change = (part: Partial<Content>) => {
    const next = { ...newest.current, ...part };
    newest.current = next;
    setContent(next);
    unkept.current = next;
    clearTimeout(waiting.current);
    waiting.current = setTimeout(keep, KEEP_AFTER);
  };
  const { text, region } = content;
  // A picture that is taken away takes its part along.
  const pictures = [draft, ...exchanges].flatMap((each) => each.pictures);
  return {
    text,
    region: pictures.some(({ sha256 }) => sha256 === region?.sha256) ? region : undefined,
    write: (next) => change({ text: next }),
    mark: (next) => change({ region: next }),
    clear() {
      setContent({ text: '', region: undefined });
      unkept.current = undefined;
      clearTimeout(waiting.current);
    },
  };
}
