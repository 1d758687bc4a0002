/** What the page shows, and how messages change it. */
import type { Scene } from '../../extension/vision/scene.ts';
import type { Conversation, Exchange, ToChat, Trouble } from './messages.ts';

export interface ChatState {
  /** `undefined` until the host has told. */
  conversation: Conversation | undefined;
  /** By SHA-256; `gone` where it isn't kept any more. */
  pictures: ReadonlyMap<string, Uint8Array | 'gone'>;
  /** What is seen in pictures, by SHA-256, or one line that says why nothing is. */
  scenes: ReadonlyMap<string, Scene | { message: string }>;
  troubles: readonly Trouble[];
}

export const STARTING: ChatState = { conversation: undefined, pictures: new Map(), scenes: new Map(), troubles: [] };

export type ChatEvent = Exclude<ToChat, { kind: 'focus' }> | { kind: 'dismiss' };

export function received(state: ChatState, event: ChatEvent): ChatState {
  switch (event.kind) {
    case 'show':
      return {
        ...state,
        conversation: event.conversation,
        pictures: ofConversation(state.pictures, event.conversation),
        troubles: [],
      };
    case 'exchange':
      return withExchange(state, event.conversation, event.exchange.id, () => event.exchange);
    case 'part':
      return withExchange(state, event.conversation, event.exchange, (exchange) => ({
        ...exchange,
        answer: [...exchange.answer, event.part],
      }));
    case 'attached': {
      const { conversation } = state;
      if (conversation?.id !== event.conversation) return state;
      const draft = { ...conversation.draft, pictures: event.pictures };
      return { ...state, conversation: { ...conversation, draft } };
    }
    case 'picture':
      return { ...state, pictures: new Map(state.pictures).set(event.sha256, event.bytes ?? 'gone') };
    case 'seen':
      return { ...state, scenes: new Map(state.scenes).set(event.sha256, event.scene) };
    case 'notSeen':
      return { ...state, scenes: new Map(state.scenes).set(event.sha256, { message: event.message }) };
    case 'trouble':
      return { ...state, troubles: event.troubles };
    case 'dismiss':
      return { ...state, troubles: [] };
  }
}

/** Pictures take room: only those of what is shown are held. */
function ofConversation(pictures: ChatState['pictures'], { exchanges, draft }: Conversation): ChatState['pictures'] {
  const shown = new Set([draft, ...exchanges].flatMap((each) => each.pictures).map(({ sha256 }) => sha256));
  return new Map([...pictures].filter(([sha256]) => shown.has(sha256)));
}

function withExchange(
  state: ChatState,
  conversation: string,
  id: string,
  change: (exchange: Exchange) => Exchange,
): ChatState {
  if (state.conversation?.id !== conversation) return state;
  const exchanges = state.conversation.exchanges.map((each) => (each.id === id ? change(each) : each));
  return { ...state, conversation: { ...state.conversation, exchanges } };
}

export const sceneOf = (state: ChatState, sha256: string): Scene | undefined => {
  const seen = state.scenes.get(sha256);
  return seen && !('message' in seen) ? seen : undefined;
};

export const isRunning = (conversation: Conversation | undefined): boolean =>
  conversation?.exchanges.some(({ state }) => state === 'running') ?? false;
