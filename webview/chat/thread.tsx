import { useEffect, useState } from 'preact/hooks';
import type { Port } from '../shared/port.ts';
import { useChat } from './context.ts';
import { ExchangeView } from './exchange-view.tsx';
import { EvidencePeek } from './evidence-peek.tsx';
import { LiveAnswer } from './live-answer.tsx';
import type { ChatPageState, Conversation, FromChat, ToChat } from './messages.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePinned } from './use-pinned.ts';

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
  const list = usePinned(exchanges.at(-1)?.id);
  const [reached, setReached] = useState<string>();
  const [editing, setEditing] = useState(port.state?.editing);
  const current = exchanges.find(({ id }) => id === reached) ?? exchanges.at(-1)!;
  useEffect(() => port.save(editing ? { editing } : {}), [editing]);
  useKeptFocus(list, () => list.current?.querySelector<HTMLElement>(':scope > [tabindex="0"]'));
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const articles = [...(list.current?.children ?? [])] as HTMLElement[];
    const at = articles.indexOf(event.target as HTMLElement);
    if (!step || at < 0) return;
    event.preventDefault();
    articles[step(at, exchanges.length)]?.focus();
  };
  return (
    <div class="thread-frame">
      <div
        class="thread"
        role="feed"
        aria-label={strings.thread}
        aria-busy={exchanges.some(({ state }) => state === 'running')}
        ref={list}
        onKeyDown={move}
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
      <EvidencePeek />
      <LiveAnswer exchange={exchanges.at(-1)!} />
    </div>
  );
}
