import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import sharp from 'sharp';
import type { Metadata } from 'sharp';
import { firstLine } from '../runtime/first-line.ts';
import type { Box } from './scene.ts';
import type { Pixels } from './pixels.ts';

/** A picture, decoded. */
export interface LoadedPicture {
  pixels: Pixels;
  /** `png`, `jpeg`, `webp`, `avif`, `gif`, `tiff` or `svg`. */
  format: string;
  /** SHA-256 of the encoded content, lower-case hexadecimal. */
  sha256: string;
}

/** A picture can't be used; the message is one line that says why and what to do. */
export class PictureError extends Error {
  override name = 'PictureError';
}

/** An interface doesn't fit into less. */
const SMALLEST_SIDE = 8;
/** What takes more is a mistake or a decompression bomb; the largest full-page screenshots have some 40 megapixels. */
const LARGEST_SIDE = 30_000;
const MOST_PIXELS = 100_000_000;
/** Larger files than any honest encoding of MOST_PIXELS. */
const MOST_BYTES = 500_000_000;

const FORMATS = 'PNG, JPEG, WebP, AVIF, GIF, TIFF or SVG';

sharp.cache(false);

/**
 * Loads a picture from a path or from its encoded bytes: the first frame, upright (EXIF), in sRGB, without alpha.
 * Throws PictureError for whatever isn't a sound picture of bearable size.
 */
export async function loadPicture(input: string | Uint8Array): Promise<LoadedPicture> {
  const name = typeof input === 'string' ? input : 'The picture';
  const content = typeof input === 'string' ? await readContent(input) : input;
  const { format } = await readPictureSize(content, name);
  return { pixels: await decode(name, content), format, sha256: contentHash(content) };
}

/** As `LoadedPicture` has it. */
export const contentHash = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Size (image pixels, upright) and format of a picture, without decoding it. Throws PictureError as `loadPicture` does. */
export async function readPictureSize(
  content: Uint8Array,
  name = 'The picture',
): Promise<{ width: number; height: number; format: string }> {
  if (content.length === 0) throw new PictureError(`${name} is empty (0 bytes). Save it again.`);
  const metadata = await readMetadata(name, content);
  checkSize(name, metadata);
  const { width, height } = metadata.autoOrient;
  return { width, height, format: formatName(metadata) };
}

/** Encodes a part of a picture (or all of it) as PNG. The box is in whole pixels and lies inside the picture. */
export async function encodePng(pixels: Pixels, box?: Box): Promise<Uint8Array> {
  const { width, height, data } = pixels;
  const image = sharp(data, { raw: { width, height, channels: 3 } });
  if (box) image.extract({ left: box.x, top: box.y, width: box.width, height: box.height });
  return image.png().toBuffer();
}

/** The bytes of a picture's file. Throws PictureError where they can't be had. */
export async function readContent(path: string): Promise<Uint8Array> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw new PictureError(`${path} is a folder. Name a picture in it.`);
    if (!stats.isFile()) throw new PictureError(`${path} isn't a file. Name a picture.`);
    if (stats.size > MOST_BYTES)
      throw new PictureError(`${path} is too large (${stats.size} bytes). Crop or shrink it.`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof PictureError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new PictureError(`${path} doesn't exist. Check the path.`);
    if (code === 'EACCES' || code === 'EPERM')
      throw new PictureError(`${path} may not be read. Check its permissions.`);
    throw new PictureError(`${path} can't be read (${firstLine(error)}).`);
  }
}

/** Opened from memory, an SVG has no base address: the renderer resolves no file and no address, and it knows no scripts. */
function open(content: Uint8Array) {
  return sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', pages: 1 });
}

async function readMetadata(name: string, content: Uint8Array): Promise<Metadata> {
  try {
    // The limit would hide how large it is.
    return await sharp(content, { limitInputPixels: false, failOn: 'truncated', pages: 1 }).metadata();
  } catch (error) {
    if (looksLikeBmp(content)) throw new PictureError(`${name} is a BMP, which isn't supported. Save it as PNG.`);
    if (/has not been built|heif/i.test(firstLine(error)))
      throw new PictureError(`${name} is in a format that isn't supported (HEIC?). Save it as PNG or JPEG.`);
    if (looksLikeSvg(content))
      throw new PictureError(
        `${name} is an SVG that can't be drawn (broken, or it needs other files). Save it as PNG.`,
      );
    throw new PictureError(`${name} isn't a picture. Give a ${FORMATS} file.`);
  }
}

function checkSize(name: string, { width, height }: Metadata): void {
  const size = `${width} x ${height} px`;
  if (Math.min(width, height) < SMALLEST_SIDE)
    throw new PictureError(
      `${name} is too small to hold an interface (${size}). Give at least ${SMALLEST_SIDE} x ${SMALLEST_SIDE} px.`,
    );
  if (Math.max(width, height) > LARGEST_SIDE || width * height > MOST_PIXELS)
    throw new PictureError(
      `${name} is too large (${size}). Crop it, or shrink it below 100 megapixels and ${LARGEST_SIDE} px a side.`,
    );
}

async function decode(name: string, content: Uint8Array): Promise<Pixels> {
  try {
    const image = open(content).autoOrient().toColourspace('srgb');
    const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    return toRgb(data, info.width, info.height, info.channels);
  } catch (error) {
    throw new PictureError(`${name} is damaged or cut short (${firstLine(error)}). Save it again.`);
  }
}

function formatName({ format, compression }: Metadata): string {
  return format === 'heif' && compression === 'av1' ? 'avif' : format;
}

function looksLikeBmp(content: Uint8Array): boolean {
  return content[0] === 0x42 && content[1] === 0x4d;
}

function looksLikeSvg(content: Uint8Array): boolean {
  return /^\s*(<\?xml[^]*)?<(!DOCTYPE )?svg/.test(new TextDecoder().decode(content.subarray(0, 2000)));
}

function toRgb(data: Uint8Array, width: number, height: number, channels: number): Pixels {
  if (channels === 3) return { width, height, data };
  if (channels === 4) return { width, height, data: compositeAlpha(data, width * height) };
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const grey = data[i * channels]!;
    rgb[i * 3] = grey;
    rgb[i * 3 + 1] = grey;
    rgb[i * 3 + 2] = grey;
  }
  return { width, height, data: rgb };
}

/** What is drawn on nothing lies on white, unless all of it is so light that it was meant for a dark page. */
const PAPER = 255;
const DARK_PAPER = 24;
/** Mean value (0 to 255) from which a drawing would vanish on white. */
const NEARLY_WHITE = 225;
/** Share of a drawing that is see-through: below it, its own background shows and decides. */
const MOSTLY_CLEAR = 0.5;

function compositeAlpha(rgba: Uint8Array, count: number): Uint8Array {
  let opacity = 0;
  let light = 0;
  for (let i = 0; i < count * 4; i += 4) {
    opacity += rgba[i + 3]!;
    light += ((rgba[i]! + rgba[i + 1]! + rgba[i + 2]!) / 3) * rgba[i + 3]!;
  }
  const clear = 1 - opacity / (255 * count);
  const paper = clear > MOSTLY_CLEAR && opacity > 0 && light / opacity > NEARLY_WHITE ? DARK_PAPER : PAPER;
  const rgb = new Uint8Array(count * 3);
  for (let i = 0; i < count; i++) {
    const alpha = rgba[i * 4 + 3]!;
    for (let c = 0; c < 3; c++) rgb[i * 3 + c] = Math.round((rgba[i * 4 + c]! * alpha + paper * (255 - alpha)) / 255);
  }
  return rgb;
}
