import type { Stage } from '../../extension/engine/component.ts';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import { ProgressBar } from '../shared/progress-bar.tsx';
import { usePreview } from './context.ts';
import { stepsAt } from './stages.ts';

const ICONS = { done: 'check', running: 'loading', waiting: 'circle-outline' } as const;

export function WorkingView({ name, stage }: { name: string; stage: Stage | undefined }) {
  const { strings, post } = usePreview();
  const { steps, done, running } = stepsAt(stage);
  return (
    <div class="centered">
      <section class="sheet" aria-busy="true">
        <h1>{strings.working}</h1>
        <p class="muted file-name">{name}</p>
        <ProgressBar label={strings.working} value={done} />
        <p class="visually-hidden" aria-live="polite">
          {strings[running]}
        </p>
        <ol class="steps" aria-hidden="true">
          {steps.map((step) => (
            <li key={step.name} class={`step step-${step.state}`}>
              <Icon name={ICONS[step.state]} spin={step.state === 'running'} />
              {strings[step.name]}
            </li>
          ))}
        </ol>
        <Button onClick={() => post({ kind: 'cancel' })}>{strings.cancel}</Button>
      </section>
    </div>
  );
}
