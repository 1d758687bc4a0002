import type { Box, ElementClass } from './scene.ts';
import type { Maps } from './pixels.ts';
import { overlapOf } from './content.ts';
import { findComponents } from './components.ts';
import type { Draft, ElementInput } from './elements.ts';
import { meanIn } from './evidence.ts';

/** Classes that the network may add by itself; pictures come from ink. */
const PROPOSED: readonly ElementClass[] = [
  'button',
  'link',
  'text-field',
  'text-area',
  'select',
  'checkbox',
  'radio',
  'switch',
  'slider',
  'tab',
  'badge',
  'progress',
  'table',
  'card',
  'dialog',
  'navigation',
];
/** A cell belongs to an element from here. */
const CELL = 0.5;
/** Fewer cells are noise; a checkbox of 13 px has nine. */
const MIN_CELLS = 4;
/** A proposal takes a measured box over its own from this agreement on. */
const FITS = 0.45;
/** What nothing measured confirms is less sure. */
const UNCONFIRMED = 0.75;
/** CSS pixels, the shorter side, of what may stand unconfirmed: drawn too finely for a shape, or with none of its own. */
const FREE: Partial<Record<ElementClass, readonly [number, number]>> = {
  checkbox: [9, 32],
  radio: [9, 32],
  switch: [10, 40],
  slider: [8, 40],
  navigation: [40, Infinity],
};

/** What the network sees, each refined to the shape, picture or line that fits it best. */
export function proposeElements(maps: Maps, input: Pick<ElementInput, 'shapes' | 'pictures' | 'lines'>): Draft[] {
  const drafts: Draft[] = [];
  for (const name of PROPOSED) {
    if (!maps.channels.includes(name)) continue;
    const map = maps.channel(name);
    const mask = new Uint8Array(map.length);
    let cells = 0;
    for (let i = 0; i < map.length; i++) {
      if (map[i]! < CELL) continue;
      mask[i] = 1;
      cells++;
    }
    if (cells < MIN_CELLS) continue;
    for (const { x0, y0, x1, y1, area } of findComponents(mask, maps.width, maps.height).list) {
      if (area < MIN_CELLS) continue;
      const cell = maps.stride * maps.scale;
      const seen: Box = {
        x: Math.round(x0 * cell),
        y: Math.round(y0 * cell),
        width: Math.round((x1 - x0) * cell),
        height: Math.round((y1 - y0) * cell),
      };
      const fit = refine(seen, name, input);
      const [least, most] = fit ? [0, Infinity] : (FREE[name] ?? [Infinity, 0]);
      const short = Math.min(seen.width, seen.height) / maps.scale;
      if (short < least || short > most) continue;
      const box = fit?.box ?? seen;
      const probability = meanIn(maps, name, box);
      const state = {
        ...(meanIn(maps, 'disabled', box) > CELL && { disabled: true }),
        ...(meanIn(maps, 'selected', box) > CELL && { selected: true }),
      };
      const marked = name === 'checkbox' || name === 'radio' || name === 'switch';
      drafts.push({
        class: name,
        box,
        confidence: Math.round(probability * (fit ? 1 : UNCONFIRMED) * 100) / 100,
        ...(fit?.shape !== undefined && { shape: fit.shape }),
        state: marked ? { ...state, checked: meanIn(maps, 'checked', box) > CELL } : state,
      });
    }
  }
  return drafts;
}

function refine(
  seen: Box,
  name: ElementClass,
  { shapes, pictures, lines }: Pick<ElementInput, 'shapes' | 'pictures' | 'lines'>,
): { box: Box; shape?: string } | undefined {
  const candidates: { box: Box; shape?: string }[] =
    name === 'link'
      ? lines.map((l) => ({ box: l.box }))
      : [
          ...shapes.filter((s) => s.kind !== 'rule').map((s) => ({ box: s.box, shape: s.id })),
          ...pictures.map((p) => ({ box: p.box })),
        ];
  let best: { box: Box; shape?: string } | undefined;
  let most = FITS;
  for (const c of candidates) {
    const overlap = overlapOf(c.box, seen);
    if (overlap > most) [best, most] = [c, overlap];
  }
  return best;
}
