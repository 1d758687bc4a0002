import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Box } from '../../extension/vision/scene.ts';
import type { ChatState } from './chat-state.ts';
import type { ChatSetup, FromChat } from './messages.ts';

/** What a fact points at: places in a picture, or all of it. */
export interface Evidence {
  sha256: string;
  boxes: Box[];
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

export const Chat = createContext<ChatContext | undefined>(undefined);

export function useChat(): ChatContext {
  const context = useContext(Chat);
  if (!context) throw new Error('not within the chat');
  return context;
}
