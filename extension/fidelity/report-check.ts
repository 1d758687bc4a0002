import type { Box, Scene } from '../vision/scene.ts';
import type { Fidelity } from './compare.ts';
import type { Region } from './difference.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import type { NarrowContent } from './page.ts';
import { crop, percent } from './report-parts.ts';
import type { PictureId, Size } from './report-parts.ts';

export interface ReportCheck {
  photograph: Uint8Array;
  difference: Uint8Array;
  /** Image pixels, of the screenshot and of the photograph. */
  size: Size;
  regions: readonly Region[];
  fidelity: Fidelity;
  narrow?: NarrowContent;
}

const MAX_REGIONS = 12;

function figure(name: string, value: number, meaning: string): Markup {
  return html`<div class="figure">
    <dt>${name}</dt>
    <dd>
      ${percent(value)}<meter min="0" max="1" low="0.8" high="0.95" optimum="1" value="${value.toFixed(4)}"></meter>
    </dd>
    <dd class="note">${meaning}</dd>
  </div>`;
}

/** The figures, what each of them says, and how the page fares on a phone. */
export function figures({ fidelity, narrow }: ReportCheck): Markup {
  const { words, offset } = fidelity;
  const phone =
    narrow &&
    (narrow.overflow || narrow.overlaps
      ? `At 390 px it runs ${narrow.overflow} px over its width, and ${narrow.overlaps} texts touch another.`
      : 'At 390 px nothing runs over the width and no text lies on another.');
  return html`<dl class="figures">
      ${figure('Text', fidelity.text, `${words.matched} of ${words.read} words read are shown`)}
      ${figure('Position', fidelity.position, `half the words within ${offset.median.toFixed(1)} px, 95 % within ${offset.most.toFixed(1)} px`)}
      ${figure('Colour', fidelity.color, 'ink and ground of each word')}
      ${figure('Visual', fidelity.visual, 'structural similarity at three scales')}
    </dl>
    ${phone && html`<p>${phone}</p>`}`;
}

function picture(id: PictureId, caption: string, size: Size): Markup {
  return html`<figure>
    <figcaption>${caption}</figcaption>
    <svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${caption}"><use href="#${id}" /></svg>
  </figure>`;
}

function slider(screenshot: Size, photograph: Size): Markup {
  const height = Math.max(screenshot.height, photograph.height);
  return html`<section>
    <h2>Slide between the two</h2>
    <div class="slider" id="slider">
      <svg
        viewBox="0 0 ${screenshot.width} ${height}"
        role="img"
        aria-label="Screenshot on the left, rendering on the right"
      >
        <use href="#photograph" />
        <clipPath id="left"><rect id="cut" width="${screenshot.width / 2}" height="${height}" /></clipPath>
        <use href="#screenshot" clip-path="url(#left)" />
        <line id="edge" x1="${screenshot.width / 2}" x2="${screenshot.width / 2}" y1="0" y2="${height}" />
      </svg>
      <label
        >Screenshot<input
          type="range"
          id="share"
          min="0"
          max="1000"
          value="500"
          aria-label="Share of the screenshot"
        />Rendering</label
      >
    </div>
  </section>`;
}

function regions(list: readonly Region[], scene: Scene): Markup | undefined {
  if (!list.length) return undefined;
  const rows = list.slice(0, MAX_REGIONS).map(
    (region) =>
      html`<tr>
        <td>${percent(region.share)}</td>
        <td>${textAt(region.box, scene)}</td>
        <td>${crop('screenshot', region.box)}</td>
        <td>${crop('photograph', region.box)}</td>
      </tr>`,
  );
  return html`<section>
    <h2>Where it differs most</h2>
    <table>
      <thead>
        <tr>
          <th>Share</th>
          <th>What is there</th>
          <th>Screenshot</th>
          <th>Rendering</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}

const touches = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function textAt(box: Box, scene: Scene): string {
  const lines = scene.lines.filter((line) => touches(line.box, box)).map((line) => line.text);
  if (lines.length) return lines.length > 3 ? `${lines.slice(0, 3).join(' / ')} …` : lines.join(' / ');
  const names = [
    ...scene.pictures.map((p) => ({ name: p.kind, box: p.box })),
    ...scene.elements.map((e) => ({ name: e.class, box: e.box })),
  ];
  return names.find((item) => touches(item.box, box))?.name ?? '';
}

/** As wide and high as the larger of two pictures. */
export function unionSize(a: Size, b: Size): Size {
  return { width: Math.max(a.width, b.width), height: Math.max(a.height, b.height) };
}

/** Screenshot, rendering and difference; where they differ most; a slider between the two. */
export function checked(check: ReportCheck, scene: Scene): Markup {
  const larger = unionSize(scene.image, check.size);
  return html`<section>
      <h2>Side by side</h2>
      <div class="sides">
        ${picture('screenshot', 'Screenshot', larger)} ${picture('photograph', 'Rendering', larger)}
        ${picture('difference', 'Difference', larger)}
      </div>
    </section>
    ${regions(check.regions, scene)} ${slider(scene.image, check.size)}`;
}
