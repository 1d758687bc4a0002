import type { Shape } from './scene.ts';
import type { Draft, ElementInput } from './elements.ts';
import { meanIn } from './evidence.ts';

/** CSS pixels: a slider's knob is round and of this size, its track this slim and at least this long. */
const KNOB = [8, 30] as const;
const MAX_TRACK = 12;
const MIN_TRACK = 50;

/** Sliders: a slim track, in one piece or two, with a knob on it that is higher than the track. */
export function findSliders({ shapes, scale, maps }: Pick<ElementInput, 'shapes' | 'scale' | 'maps'>): Draft[] {
  const drafts: Draft[] = [];
  for (const knob of shapes) {
    const size = knob.box.width / scale;
    if (knob.kind !== 'ellipse' || size < KNOB[0] || size > KNOB[1]) continue;
    const pieces = shapes.filter((s) => isTrack(s, knob, scale));
    if (!pieces.length) continue;
    const left = Math.min(knob.box.x, ...pieces.map((p) => p.box.x));
    const right = Math.max(knob.box.x + knob.box.width, ...pieces.map((p) => p.box.x + p.box.width));
    if (right - left < MIN_TRACK * scale) continue;
    const travel = right - left - knob.box.width;
    const box = { x: left, y: knob.box.y, width: right - left, height: knob.box.height };
    const seen = maps ? meanIn(maps, 'slider', box) : 0;
    drafts.push({
      class: 'slider',
      box,
      confidence: maps ? Math.round((0.35 + 0.6 * seen) * 100) / 100 : 0.6,
      state: { value: Math.round(((knob.box.x - left) / travel) * 100) / 100 },
    });
  }
  return drafts;
}

/** Whether a shape is a slim line level with a knob that begins or ends under it. */
function isTrack({ box }: Shape, knob: Shape, scale: number): boolean {
  if (box.height > MAX_TRACK * scale || box.height >= knob.box.height || box.width < box.height * 3) return false;
  const level = Math.abs(box.y + box.height / 2 - knob.box.y - knob.box.height / 2) <= 1.5 * scale;
  return level && box.x <= knob.box.x + knob.box.width && box.x + box.width >= knob.box.x;
}
