import type { Box, Scene } from '../vision/scene.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import { crop, percent } from './report-parts.ts';

/** Words below it deserve a look: a reader's confidence is about the share of such words that are right. */
export const LOW_CONFIDENCE = 0.8;
const MAX_WORDS = 150;

interface Layer {
  id: string;
  name: string;
  items: { box: Box; label: string }[];
}

function layers(scene: Scene): Layer[] {
  const sure = (confidence: number) => `${Math.round(confidence * 100)} %`;
  const all: Layer[] = [
    {
      id: 'lines',
      name: 'Text',
      items: scene.lines.map((l) => ({ box: l.box, label: `${l.text} (${sure(l.confidence)})` })),
    },
    {
      id: 'shapes',
      name: 'Shapes',
      items: scene.shapes.map((s) => ({ box: s.box, label: `${s.kind} (${sure(s.confidence)})` })),
    },
    {
      id: 'elements',
      name: 'Elements',
      items: scene.elements.map((e) => ({ box: e.box, label: `${e.class} (${sure(e.confidence)})` })),
    },
    {
      id: 'pictures',
      name: 'Pictures',
      items: scene.pictures.map((p) => ({ box: p.box, label: `${p.kind} (${sure(p.confidence)})` })),
    },
  ];
  return all.filter((layer) => layer.items.length);
}

/** The screenshot with a box around everything that was seen, and a switch for each kind. */
export function seen(scene: Scene): Markup {
  const shown = layers(scene);
  const { width, height } = scene.image;
  return html`<section class="seen">
    <h2>What was seen</h2>
    <fieldset>
      <legend>Boxes</legend>
      ${shown.map(({ id, name, items }) => html`<label class="${id}"><input type="checkbox" id="show-${id}" checked />${name} <small>${items.length}</small></label>`)}
    </fieldset>
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Screenshot with what was seen in it">
      <use href="#screenshot" />
      ${shown.map(
        ({ id, items }) =>
          html`<g class="boxes ${id}">
            ${items.map(({ box, label }) => html`<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"><title>${label}</title></rect>`)}
          </g>`,
      )}
    </svg>
  </section>`;
}

/** Words that were read with low confidence, the least sure first. */
export function doubtfulWords(scene: Scene): { text: string; box: Box; confidence: number }[] {
  const words = scene.lines.flatMap((line) => line.words);
  return words.filter((word) => word.confidence < LOW_CONFIDENCE).sort((a, b) => a.confidence - b.confidence);
}

/** Each doubtful word beside its place in the screenshot. */
export function doubts(scene: Scene): Markup {
  const words = doubtfulWords(scene);
  if (!words.length)
    return html`<section>
      <h2>Read with low confidence</h2>
      <p>Nothing.</p>
    </section>`;
  const rows = words
    .slice(0, MAX_WORDS)
    .map(
      ({ text, box, confidence }) =>
        html`<li>${crop('screenshot', box)}<code>${text}</code><small>${percent(confidence)}</small></li>`,
    );
  const more = words.length - rows.length;
  return html`<section>
    <h2>Read with low confidence</h2>
    <ul class="words">
      ${rows}
    </ul>
    ${more > 0 && html`<p>And ${more} more.</p>`}
  </section>`;
}
