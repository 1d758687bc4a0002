import { loadPicture } from './decode.ts';
import type { LoadedPicture } from './decode.ts';
import { findElements } from './elements.ts';
import { meanIn } from './evidence.ts';
import { visionModels } from './models.ts';
import type { ModelsOptions } from './models.ts';
import { withoutMarks } from './marks.ts';
import { tellMedium } from './medium.ts';
import { findPalette } from './palette.ts';
import { findPictures, withoutPictured } from './pictures.ts';
import type { Maps, Pixels, RawLine } from './pixels.ts';
import type { Fill, Scene, TextLine, TextRun } from './scene.ts';
import { findShapes } from './shapes.ts';
import { settleStyles } from './style.ts';
import { findText } from './text.ts';
import type { Text } from './text.ts';
import { measureWords } from './words.ts';

export interface SeeOptions {
  models?: ModelsOptions;
  /** Runs a stage's work; a caller may time it and report on it. */
  time?<T>(stage: 'decode' | 'detect' | 'read' | 'measure', work: () => T | Promise<T>): Promise<T>;
}

/** An underlined run is a link more often than not, whatever else it looks like. */
const UNDERLINED_LINK = 0.75;

/**
 * Sees what is in a picture: `input` is its path, its encoded content, or the loaded picture. Throws PictureError for a
 * picture and ModelError for a model that can't be used.
 */
export async function see(input: string | Uint8Array | LoadedPicture, options: SeeOptions = {}): Promise<Scene> {
  const timed: NonNullable<SeeOptions['time']> = (stage, work) =>
    options.time ? options.time(stage, work) : Promise.resolve(work());
  const picture = isLoaded(input) ? input : await timed('decode', () => loadPicture(input));
  const models = await visionModels(options.models);
  const text = await findText(picture.pixels, models, timed);
  const version = `${models.detector.config.version} ${models.reader.config.version}`;
  return timed('measure', () => assemble(picture, text, version));
}

function isLoaded(input: string | Uint8Array | LoadedPicture): input is LoadedPicture {
  return typeof input === 'object' && 'pixels' in input;
}

function assemble({ pixels, format, sha256 }: LoadedPicture, { scale, maps, lines }: Text, version: string): Scene {
  const geometry = findShapes(pixels, lines, scale);
  const { pictures, frames } = findPictures(geometry, lines, scale, maps);
  const shapes = [...withoutPictured(geometry.shapes, pictures), ...frames];
  const background = colorOf(geometry.background);
  const elements = findElements({ pixels, shapes, pictures, lines, background, scale, maps });
  const found = {
    scale,
    lines: styledLines(pixels, lines, maps),
    shapes,
    elements,
    pictures: withoutMarks(pictures, elements),
    palette: findPalette(pixels),
  };
  const { medium, confidence } = tellMedium(pixels, found);
  return {
    version,
    image: { width: pixels.width, height: pixels.height, format, sha256 },
    background: geometry.background,
    ...found,
    medium,
    mediumConfidence: confidence,
  };
}

function colorOf(fill: Fill): string {
  return fill.kind === 'solid' ? fill.color : fill.stops[0]!.color;
}

function styledLines(pixels: Pixels, lines: RawLine[], maps: Maps): TextLine[] {
  const styled = settleStyles(
    lines.map((line) => measureWords(pixels, line)),
    maps.scale,
  );
  return lines.map(({ box, text, confidence, words }, i) => ({
    id: `l${i}`,
    box,
    baseline: styled[i]!.baseline,
    text,
    confidence,
    words: words.map((word) => ({ text: word.text, box: word.box, confidence: word.confidence })),
    runs: styled[i]!.runs.map((run) => ({ ...run, link: linkProbability(run, maps) })),
  }));
}

function linkProbability(run: TextRun, maps: Maps): number {
  return Math.max(meanIn(maps, 'link', run.box), run.style.underline ? UNDERLINED_LINK : 0);
}
