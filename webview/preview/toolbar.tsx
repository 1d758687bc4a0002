import type { Target } from '../../extension/codegen/generate.ts';
import { Button, IconButton } from '../shared/button.tsx';
import { usePreview } from './context.ts';
import { percent } from './percent.ts';
import { stepsAt } from './stages.ts';
import type { ViewState } from './view-state.ts';

interface ToolbarProps {
  view: Extract<ViewState, { kind: 'result' }>;
  /** The person wants to know more of the score. */
  onScore: () => void;
}

export function Toolbar({ view, onScore }: ToolbarProps) {
  const { strings, setup, post } = usePreview();
  const { result, name, target, update } = view;
  return (
    <header class="toolbar">
      <div class="toolbar-title">
        <h1>{result.name}</h1>
        <span class="muted file-name">{name}</span>
        {result.fidelity && (
          <button type="button" class="score-chip" onClick={onScore}>
            {percent(result.fidelity.final)} % <span class="score-chip-words">{strings.likeness}</span>
          </button>
        )}
      </div>
      {update && (
        <div class="row toolbar-update">
          <span class="muted">{strings[stepsAt(update.stage).running]}</span>
          <Button onClick={() => post({ kind: 'cancel' })}>{strings.cancel}</Button>
        </div>
      )}
      <div class="row">
        <IconButton icon="screen-cut" label={strings.region} onClick={() => post({ kind: 'chooseRegion' })} />
        <select
          class="dropdown"
          aria-label={strings.target}
          title={strings.target}
          value={target}
          onChange={(event) => post({ kind: 'target', target: event.currentTarget.value as Target })}
        >
          {setup.targets.map(({ id, name: label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        <Button icon="save-all" disabled={update !== undefined} onClick={() => post({ kind: 'save' })}>
          {strings.save}
        </Button>
        <Button primary icon="insert" disabled={update !== undefined} onClick={() => post({ kind: 'insert' })}>
          {strings.insert}
        </Button>
      </div>
    </header>
  );
}
