import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Box } from '../../extension/vision/scene.ts';
import type { ChatState } from './chat-state.ts';
import type { ChatSetup, FromChat, Region } from './messages.ts';

/** What a fact points at: places in a picture, or all of it. */
export interface Evidence {
  sha256: string;
  boxes: Box[];
  /** Where to click, in image pixels. */
  point?: { x: number; y: number };
  /** Where there is room to show them, above or below the fact; absent where they are in sight. */
  peek?: 'above' | 'below';
}

export interface ChatContext extends ChatSetup {
  post: (message: FromChat) => void;
  state: ChatState;
  /** What is lit up. */
  evidence: Evidence | undefined;
  light: (evidence: Evidence | undefined) => void;
}

/** The next question, for those who add to it from elsewhere in the page. */
export interface NextQuestion {
  /** The part of a picture that it is about. */
  region: Region | undefined;
  /** Makes it about a part of a picture, or about all of them; the caret goes where it is written. */
  mark: (region: Region | undefined) => void;
  /** Asks a text at once where there is something to ask about, else writes it where the person can go on. */
  propose: (text: string) => void;
}

export const Next = createContext<NextQuestion | undefined>(undefined);

export function useNextQuestion(): NextQuestion {
  const next = useContext(Next);
  if (!next) throw new Error('not within a conversation');
  return next;
}

export const Chat = createContext<ChatContext | undefined>(undefined);

export function useChat(): ChatContext {
  const context = useContext(Chat);
  if (!context) throw new Error('not within the chat');
  return context;
}
