import type { Fidelity } from '../../extension/fidelity/compare.ts';
import type { ComponentResult } from '../../extension/engine/protocol.ts';
import type { Box, TextLine } from '../../extension/vision/scene.ts';
import { Notice } from '../shared/notice.tsx';
import { fill } from '../shared/strings.ts';
import { usePreview } from './context.ts';
import { usePictureUrl } from './hooks.ts';
import { LineEditor } from './line-editor.tsx';
import { percent } from './percent.ts';

interface ReviewProps {
  result: ComponentResult;
  selected: readonly string[];
  /** Image pixels: to be looked at in the screenshot. */
  onSpot: (box: Box) => void;
}

/** How good the result is, and what a person should look at: the score, warnings, uncertain readings, and what is selected. */
export function Review({ result, selected, onSpot }: ReviewProps) {
  const { strings } = usePreview();
  const picture = usePictureUrl(result.screenshot);
  const { fidelity, unchecked, warnings, doubtful, scene } = result;
  const doubted = new Set(doubtful.map(({ line }) => line));
  const lines = linesIn(result, selected).filter(({ id }) => !doubted.has(id));
  const editor = (line: string, text: string, box: Box, confidence?: number) => (
    <LineEditor
      key={line}
      line={line}
      text={text}
      box={box}
      confidence={confidence}
      picture={picture}
      image={scene.image}
      onSpot={onSpot}
    />
  );
  return (
    <section class="review" aria-label={strings.review}>
      {fidelity ? <Score fidelity={fidelity} /> : <Notice kind="info">{unchecked ?? strings.unchecked}</Notice>}
      {warnings.map((warning) => (
        <Notice key={warning} kind="warning">
          {warning}
        </Notice>
      ))}
      {lines.length > 0 && (
        <section>
          <h2>{strings.selectionTexts}</h2>
          <ul class="readings">{lines.map(({ id, text, box }) => editor(id, text, box))}</ul>
        </section>
      )}
      <section>
        <h2>
          {strings.doubts} {doubtful.length > 0 && <span class="count">{doubtful.length}</span>}
        </h2>
        <p class="muted">{doubtful.length ? strings.doubtsHelp : strings.noDoubts}</p>
        <ul class="readings">
          {doubtful.map(({ line, text, box, confidence }) => editor(line, text, box, confidence))}
        </ul>
      </section>
    </section>
  );
}

/** Lines of a selection beyond which it isn't about a text. */
const MOST_LINES = 6;

/** The lines of text in what is selected, unless that is much. */
function linesIn({ nodes, scene }: ComponentResult, selected: readonly string[]): TextLine[] {
  const boxes = nodes.filter(({ id }) => selected.includes(id)).map(({ box }) => box);
  const isIn = ({ box: { x, y, width, height } }: TextLine) =>
    boxes.some(
      (box) =>
        x + width / 2 >= box.x &&
        x + width / 2 <= box.x + box.width &&
        y + height / 2 >= box.y &&
        y + height / 2 <= box.y + box.height,
    );
  const lines = scene.lines.filter(isIn);
  return lines.length > MOST_LINES ? [] : lines;
}

function Score({ fidelity }: { fidelity: Fidelity }) {
  const { strings } = usePreview();
  const { words, offset } = fidelity;
  const parts = [
    { name: strings.text, value: fidelity.text, meaning: fill(strings.textMeaning, words.matched, words.read) },
    {
      name: strings.position,
      value: fidelity.position,
      meaning: fill(strings.positionMeaning, offset.median.toFixed(1), offset.most.toFixed(1)),
    },
    { name: strings.color, value: fidelity.color, meaning: strings.colorMeaning },
    { name: strings.visual, value: fidelity.visual, meaning: strings.visualMeaning },
  ];
  return (
    <section class="score">
      <p class="score-total">
        <strong>{percent(fidelity.final)} %</strong> {strings.likeness}
      </p>
      <dl class="score-parts">
        {parts.map(({ name, value, meaning }) => (
          <div key={name} class={value < GOOD ? 'score-part score-part-low' : 'score-part'} title={meaning}>
            <dt>{name}</dt>
            <dd class="score-value">{percent(value)} %</dd>
            <dd class="score-bar" aria-hidden="true">
              <span style={{ width: `${value * 100}%` }} />
            </dd>
          </div>
        ))}
      </dl>
      <details class="score-meanings muted">
        <summary>{strings.meanings}</summary>
        <ul>
          {parts.map(({ name, meaning }) => (
            <li key={name}>
              {name}: {meaning}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Below it a part of the score is worth a look. */
const GOOD = 0.9;
