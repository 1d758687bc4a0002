import type { LoadedPicture } from './decode.ts';
import { PictureError } from './decode.ts';
import type { Box } from './scene.ts';

/** Smaller parts hold nothing to see. Image pixels. */
const SMALLEST_SIDE = 8;

/** A part of a picture, in whole pixels and within it. Throws PictureError where too little of the box is. */
export function cropPicture(picture: LoadedPicture, box: Box): LoadedPicture {
  const { width, height, data } = picture.pixels;
  const left = Math.max(0, Math.round(box.x));
  const top = Math.max(0, Math.round(box.y));
  const right = Math.min(width, Math.round(box.x + box.width));
  const bottom = Math.min(height, Math.round(box.y + box.height));
  if (right - left < SMALLEST_SIDE || bottom - top < SMALLEST_SIDE)
    throw new PictureError(`The region is too small. Choose at least ${SMALLEST_SIDE} x ${SMALLEST_SIDE} px.`);
  const out = new Uint8Array((right - left) * (bottom - top) * 3);
  for (let y = top; y < bottom; y++)
    out.set(data.subarray((y * width + left) * 3, (y * width + right) * 3), (y - top) * (right - left) * 3);
  return { ...picture, pixels: { width: right - left, height: bottom - top, data: out } };
}
