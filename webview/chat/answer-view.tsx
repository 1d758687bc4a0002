import { useRef } from 'preact/hooks';
import { Button, IconButton } from '../shared/button.tsx';
import { Notice } from '../shared/notice.tsx';
import { ProgressBar } from '../shared/progress-bar.tsx';
import { paragraphsOf } from './answer-pieces.ts';
import { useChat } from './context.ts';
import { CopyButton } from './copy-button.tsx';
import { FactView } from './fact-view.tsx';
import type { Exchange } from './messages.ts';
import { PlainText } from './plain-text.tsx';

/** What was answered, or why nothing was; facts are one stop for Tab, left and right go from one to the next. */
export function AnswerView({ exchange }: { exchange: Exchange }) {
  const { strings, post } = useChat();
  const { id, answer, state, error } = exchange;
  const root = useRef<HTMLDivElement>(null);
  const paragraphs = paragraphsOf(answer);
  const retry = () => post({ kind: 'retry', exchange: id });
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const facts = [...(root.current?.querySelectorAll<HTMLElement>('.fact') ?? [])];
    const at = facts.indexOf(event.target as HTMLElement);
    if (!step || at < 0) return;
    event.preventDefault();
    facts[at + step]?.focus();
  };
  const isFirstFact = firstFact();
  return (
    <div class="answer" ref={root} role="group" aria-label={strings.answer} onKeyDown={move}>
      {paragraphs.map((pieces, index) => (
        <p key={index} dir="auto">
          {pieces.map((piece, at) =>
            piece.kind === 'fact' ? (
              <FactView key={at} fact={piece} about={exchange.about} isStop={isFirstFact()} />
            ) : (
              <PlainText key={at} text={piece.text} />
            ),
          )}
        </p>
      ))}
      {state === 'running' && <ProgressBar label={strings.working} />}
      {state === 'running' && !paragraphs.length && <p class="muted">{strings.working}</p>}
      {state === 'stopped' && <p class="muted">{paragraphs.length ? strings.stopped : strings.stoppedEmpty}</p>}
      {state === 'failed' && (
        <Notice kind="error">
          <p>{error ?? strings.failed}</p>
          <div class="buttons">
            <Button onClick={retry}>{strings.retry}</Button>
            <Button onClick={() => post({ kind: 'showLog' })}>{strings.showLog}</Button>
          </div>
        </Notice>
      )}
      {state !== 'running' && state !== 'failed' && (
        <div class="answer-actions">
          {paragraphs.length > 0 && (
            <CopyButton label={strings.copyAnswer} onCopy={() => post({ kind: 'copyAnswer', exchange: id })} />
          )}
          <IconButton icon="refresh" label={strings.askAgain} onClick={retry} />
        </div>
      )}
    </div>
  );
}

/** A question that is true once. */
function firstFact(): () => boolean {
  let isFirst = true;
  return () => {
    const was = isFirst;
    isFirst = false;
    return was;
  };
}
