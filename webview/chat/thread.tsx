import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Port } from '../shared/port.ts';
import { useChat } from './context.ts';
import { ExchangeView } from './exchange-view.tsx';
import { LiveAnswer } from './live-answer.tsx';
import type { ChatPageState, Conversation, FromChat, ToChat } from './messages.ts';

/** Pixels from the end within which the thread follows what is added. */
const NEAR_END = 40;

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

interface ThreadProps {
  conversation: Conversation;
  port: Port<ToChat, FromChat, ChatPageState>;
}

/** Questions and answers; one stop for Tab, arrow keys go from one to the next. */
export function Thread({ conversation, port }: ThreadProps) {
  const { strings, post } = useChat();
  const { exchanges } = conversation;
  const list = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [reached, setReached] = useState<string>();
  const [editing, setEditing] = useState(port.state?.editing);
  const current = exchanges.find(({ id }) => id === reached) ?? exchanges.at(-1)!;
  useEffect(() => port.save(editing ? { editing } : {}), [editing]);
  useLayoutEffect(() => {
    follows.current = true;
  }, [exchanges.length, exchanges.at(-1)?.id]);
  useLayoutEffect(() => {
    if (follows.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [exchanges]);
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const articles = [...(list.current?.children ?? [])] as HTMLElement[];
    const at = articles.indexOf(event.target as HTMLElement);
    if (!step || at < 0) return;
    event.preventDefault();
    articles[step(at, exchanges.length)]?.focus();
  };
  return (
    <>
      <div
        class="thread"
        role="feed"
        aria-label={strings.thread}
        aria-busy={exchanges.some(({ state }) => state === 'running')}
        ref={list}
        onKeyDown={move}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          follows.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
        }}
      >
        {exchanges.map((exchange, index) => (
          <ExchangeView
            key={exchange.id}
            exchange={exchange}
            place={{ at: index + 1, of: exchanges.length }}
            isStop={exchange === current}
            onReach={() => setReached(exchange.id)}
            editing={editing?.exchange === exchange.id ? editing.text : undefined}
            onEdit={(text) => setEditing(text === undefined ? undefined : { exchange: exchange.id, text })}
            onAsk={(text) => {
              setEditing(undefined);
              post({ kind: 'edit', exchange: exchange.id, text });
            }}
          />
        ))}
      </div>
      <LiveAnswer exchange={exchanges.at(-1)!} />
    </>
  );
}
