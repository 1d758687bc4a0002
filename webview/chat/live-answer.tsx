import { useEffect, useRef, useState } from 'preact/hooks';
import { useChat } from './context.ts';
import type { Exchange } from './messages.ts';

/** Milliseconds between two announcements: a screen reader must come to the end of one. */
const PAUSE = 2000;

/** Reads the newest answer to a screen reader while it comes, some of it at a time. */
export function LiveAnswer({ exchange }: { exchange: Exchange }) {
  const { strings } = useChat();
  const [said, setSaid] = useState('');
  const spoken = useRef({ exchange: exchange.id, parts: exchange.state === 'running' ? 0 : exchange.answer.length });
  const isRunning = exchange.state === 'running';
  const newest = useRef(exchange);
  newest.current = exchange;
  const say = () => {
    const { id, answer } = newest.current;
    if (spoken.current.exchange !== id) spoken.current = { exchange: id, parts: 0 };
    const added = answer.slice(spoken.current.parts);
    spoken.current.parts = answer.length;
    const text = added.map((part) => (part.kind === 'break' || part.kind === 'outcome' ? ' ' : part.text)).join('');
    if (text.trim() !== '') setSaid(text);
  };
  useEffect(() => {
    if (!isRunning) {
      say();
      if (exchange.state === 'stopped') setSaid(strings.stopped);
      return;
    }
    setSaid(strings.working);
    const timer = setInterval(say, PAUSE);
    return () => clearInterval(timer);
  }, [exchange.id, isRunning]);
  return (
    <div class="visually-hidden" aria-live="polite">
      {said}
    </div>
  );
}
