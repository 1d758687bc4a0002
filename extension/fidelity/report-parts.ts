import type { Box } from '../vision/scene.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';

/** Image pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Pictures that a report embeds once, by the id of their SVG image. */
export type PictureId = 'screenshot' | 'photograph' | 'difference';

/** Image pixels around a word or a region in its crop. */
const CROP_MARGIN = 6;

export const percent = (value: number) => `${(value * 100).toFixed(1)} %`;

/** A part of a picture, with a little around it. */
export function crop(id: PictureId, box: Box): Markup {
  const width = box.width + 2 * CROP_MARGIN;
  const height = box.height + 2 * CROP_MARGIN;
  return html`<svg
    class="crop"
    viewBox="${box.x - CROP_MARGIN} ${box.y - CROP_MARGIN} ${width} ${height}"
    width="${width}"
    height="${height}"
    aria-hidden="true"
  >
    <use href="#${id}" />
  </svg>`;
}
