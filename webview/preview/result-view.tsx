import { useMemo, useState } from 'preact/hooks';
import { Notice } from '../shared/notice.tsx';
import { ProgressBar } from '../shared/progress-bar.tsx';
import { CodePanel } from './code-panel.tsx';
import { usePreview } from './context.ts';
import { Pictures } from './pictures.tsx';
import { Review } from './review.tsx';
import { stepsAt } from './stages.ts';
import { Tabs } from '../shared/tabs.tsx';
import { Toolbar } from './toolbar.tsx';
import type { ViewState } from './view-state.ts';
import type { CodeRange } from '../../extension/engine/protocol.ts';
import type { Box } from '../../extension/vision/scene.ts';

type Half = 'code' | 'review';

/** What is selected, by node id, and where it was selected: the other sides follow. */
export interface Selection {
  nodes: readonly string[];
  by: 'picture' | 'code';
  /** The code that the caret is in. */
  range?: CodeRange;
}

export function ResultView({ view }: { view: Extract<ViewState, { kind: 'result' }> }) {
  const { strings } = usePreview();
  const { result, update, trouble } = view;
  const [selection, setSelection] = useState<Selection>({ nodes: [], by: 'picture' });
  /** A line of text to look at in the screenshot. */
  const [spot, setSpot] = useState<Box>();
  /** Which of the two is seen where there is no room for both. */
  const [half, setHalf] = useState<Half>('code');
  const known = useMemo(() => new Set(result.nodes.map(({ id }) => id)), [result]);
  // Another result may lack what was selected in the last one.
  const nodes = selection.nodes.filter((id) => known.has(id));
  const progress = update && stepsAt(update.stage);
  return (
    <div class="result" aria-busy={update !== undefined}>
      <Toolbar view={view} onScore={() => setHalf('review')} />
      <div class="result-progress">
        {progress && <ProgressBar label={strings.updating} value={progress.done} />}
        <p class="visually-hidden" aria-live="polite">
          {progress ? `${strings.updating} ${strings[progress.running]}` : strings.ready}
        </p>
      </div>
      {trouble && (
        <div class="result-trouble">
          <Notice kind="error">{trouble}</Notice>
        </div>
      )}
      <div class={`result-body result-${half}`}>
        <Pictures
          result={result}
          selected={nodes}
          spot={spot}
          onSelect={(ids) => {
            setSpot(undefined);
            setSelection({ nodes: ids, by: 'picture' });
          }}
        />
        <div class="panel-head halves">
          <Tabs<Half>
            label={strings.halves}
            panel="half"
            selected={half}
            onSelect={setHalf}
            tabs={[
              { id: 'code', label: strings.code },
              { id: 'review', label: <ReviewLabel count={result.doubtful.length} /> },
            ]}
          />
        </div>
        <CodePanel
          result={result}
          selection={{ ...selection, nodes }}
          onSelect={(found) => {
            setSpot(undefined);
            setSelection({ ...found, by: 'code' });
          }}
        />
        <Review result={result} selected={nodes} onSpot={setSpot} />
      </div>
    </div>
  );
}

function ReviewLabel({ count }: { count: number }) {
  const { strings } = usePreview();
  return (
    <>
      {strings.review}
      {count > 0 && <span class="count">{count}</span>}
    </>
  );
}
