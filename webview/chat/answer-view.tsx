import { useRef } from 'preact/hooks';
import { Button, IconButton } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import { Notice } from '../shared/notice.tsx';
import { ProgressBar } from '../shared/progress-bar.tsx';
import { answersOf } from './answer-pieces.ts';
import { Candidates } from './candidates.tsx';
import { useChat } from './context.ts';
import { CopyButton } from './copy-button.tsx';
import { DeclinedHelp } from './declined-help.tsx';
import { HowView } from './how-view.tsx';
import type { Exchange } from './messages.ts';
import { SaidView } from './said-view.tsx';
import { useDisclosure } from './use-disclosure.ts';

/** What was answered, or why nothing was; facts are one stop for Tab, left and right go from one to the next. */
export function AnswerView({ exchange }: { exchange: Exchange }) {
  const { strings, post } = useChat();
  const { id, answer, about, region, state, error } = exchange;
  const root = useRef<HTMLDivElement>(null);
  const how = useDisclosure();
  const answers = answersOf(answer);
  const outcomes = answers.flatMap(({ outcome }) => outcome ?? []);
  const hasAnswer = answers.some(({ paragraphs }) => paragraphs.length > 0);
  const retry = () => post({ kind: 'retry', exchange: id });
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const facts = [...(root.current?.querySelectorAll<HTMLElement>('.fact') ?? [])];
    const at = facts.indexOf(event.target as HTMLElement);
    if (!step || at < 0) return;
    event.preventDefault();
    facts[at + step]?.focus();
  };
  const firstWithFact = answers.findIndex(({ paragraphs }) => paragraphs.flat().some(({ kind }) => kind === 'fact'));
  return (
    <div class="answer" ref={root} role="group" aria-label={strings.answer} onKeyDown={move}>
      {answers.map((each, index) => (
        <SaidView key={index} answer={each} about={about} hasStop={index === firstWithFact} />
      ))}
      {state === 'running' && <ProgressBar label={strings.working} />}
      {state === 'running' && !hasAnswer && <p class="muted">{strings.working}</p>}
      {state === 'stopped' && <p class="muted">{hasAnswer ? strings.stopped : strings.stoppedEmpty}</p>}
      {state === 'failed' && (
        <Notice kind="error">
          <p>{error ?? strings.failed}</p>
          <div class="buttons">
            <Button onClick={retry}>{strings.retry}</Button>
            <Button onClick={() => post({ kind: 'showLog' })}>{strings.showLog}</Button>
          </div>
        </Notice>
      )}
      {state === 'done' && <Candidates exchange={exchange} outcomes={outcomes} />}
      {state === 'done' && outcomes.some(({ declined }) => declined) && <DeclinedHelp about={about} />}
      {state !== 'running' && state !== 'failed' && (
        <div class="answer-actions">
          {outcomes.length > 0 && (
            <button type="button" class="disclosure" {...how.button}>
              <Icon name={how.isOpen ? 'chevron-down' : 'chevron-right'} />
              {strings.how}
            </button>
          )}
          {hasAnswer && (
            <CopyButton label={strings.copyAnswer} onCopy={() => post({ kind: 'copyAnswer', exchange: id })} />
          )}
          <IconButton icon="refresh" label={strings.askAgain} onClick={retry} />
        </div>
      )}
      <div {...how.content}>{how.isOpen && <HowView outcomes={outcomes} about={about} region={region} />}</div>
    </div>
  );
}
