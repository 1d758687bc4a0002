import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { Port } from '../shared/port.ts';
import { received, STARTING } from './chat-state.ts';
import { Chat, type Evidence } from './context.ts';
import { ConversationView } from './conversation-view.tsx';
import type { ChatPageState, ChatSetup, FromChat, ToChat } from './messages.ts';
import { useAttaching } from './use-attaching.ts';

interface AppProps {
  port: Port<ToChat, FromChat, ChatPageState>;
  setup: ChatSetup;
}

export function App({ port, setup }: AppProps) {
  const [state, receive] = useReducer(received, STARTING);
  const [evidence, light] = useState<Evidence>();
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const stop = port.listen((message) => {
      if (message.kind === 'focus') input.current?.focus();
      else receive(message);
    });
    port.post({ kind: 'ready' });
    return stop;
  }, [port]);
  const { isOver, ...dropping } = useAttaching({
    post: (message) => port.post(message),
    tell: (troubles) => receive({ kind: 'trouble', troubles }),
    mostBytes: setup.mostBytes,
  });
  const context = useMemo(
    () => ({ ...setup, post: (message: FromChat) => port.post(message), state, evidence, light }),
    [port, setup, state, evidence],
  );
  const { conversation } = state;
  if (!conversation) return null;
  return (
    <Chat.Provider value={context}>
      <div class="chat" {...dropping}>
        <ConversationView
          key={conversation.id}
          conversation={conversation}
          input={input}
          port={port}
          onDismiss={() => receive({ kind: 'dismiss' })}
        />
        {isOver && <div class="drop-hint">{setup.strings.dropHere}</div>}
      </div>
    </Chat.Provider>
  );
}
