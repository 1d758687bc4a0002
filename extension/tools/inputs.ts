/** Schemas that tools share; their descriptions are for models, their messages one line that says what to do. */
import * as z from 'zod';

/** As long as a path can be on any system. */
const LONGEST_PATH = 4096;
/** More images in one question are a mistake, and take minutes to look at. */
const MOST_IMAGES = 10;
/** Characters of a question that are looked at. */
const LONGEST_QUESTION = 2000;

const path = (what: string) =>
  z
    .string({ error: `Give ${what} as a string.` })
    .min(1, `Give ${what}.`)
    .max(LONGEST_PATH, `Give ${what}: what was given is too long to be one.`)
    .refine((text) => !/\p{Cc}/u.test(text), `Give ${what} without control characters.`);

const IMAGE =
  'Path of an image file (PNG, JPEG, WebP, AVIF, GIF, TIFF, SVG): absolute, or relative to the workspace, or a file: URI. Web addresses are not loaded.';

export const image = path('the path of an image').describe(IMAGE);

export const images = z
  .array(path('the path of an image'), { error: 'Give a list of paths of images.' })
  .min(1, 'Give the path of at least one image.')
  .max(MOST_IMAGES, `Give at most ${MOST_IMAGES} images.`)
  .describe(`${IMAGE} Several images are asked the same question, unless it names one of them.`);

export const folder = path('the path of a folder');

export const words = (what: string) =>
  z
    .string({ error: `Give ${what} as a string.` })
    .refine((text) => text.trim(), `Give ${what}.`)
    .max(LONGEST_QUESTION, `Shorten ${what} to ${LONGEST_QUESTION} characters.`);

const pixels = (least: number) => z.number({ error: 'Give image pixels as a number.' }).min(least).max(1_000_000);

export const region = z
  .object({ x: pixels(0), y: pixels(0), width: pixels(1), height: pixels(1) })
  .describe('Only this part of the image: x and y of its top left corner, width and height, in image pixels.');
