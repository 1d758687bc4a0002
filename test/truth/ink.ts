import type { Page } from 'playwright-core';
import type { Box } from '../../extension/vision/scene.ts';

/** A run of text as it is laid out; CSS pixels. */
export interface LaidText {
  text: string;
  /** CSS `font` shorthand. */
  font: string;
  /** From the pen's first to its last place. */
  x: number;
  width: number;
  baseline: number;
}

/** Runs in the page: where the ink of each run's words is, from canvas metrics stretched to the width that was laid out. */
export function measureInk(runs: LaidText[]): { text: string; box: Box }[][] {
  const context = document.createElement('canvas').getContext('2d')!;
  return runs.map(({ text, font, x, width, baseline }) => {
    context.font = font;
    // The canvas knows nothing of letter spacing or hinted advances.
    const stretch = width / Math.max(1, context.measureText(text).width);
    return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
      const m = context.measureText(word);
      const pen = x + context.measureText(text.slice(0, index)).width * stretch;
      const left = pen - m.actualBoundingBoxLeft;
      const right = pen + m.width * stretch - (m.width - m.actualBoundingBoxRight);
      return {
        text: word,
        box: {
          x: left,
          y: baseline - m.actualBoundingBoxAscent,
          width: Math.max(1, right - left),
          height: Math.max(1, m.actualBoundingBoxAscent + m.actualBoundingBoxDescent),
        },
      };
    });
  });
}

/** Faces that look alike or stand in for each other, by the names that are asked for. */
const NAMES = {
  'Liberation Sans': 'Arial',
  'Liberation Serif': 'Times New Roman',
  'Liberation Mono': 'Courier New',
  'DejaVu Sans': 'Verdana',
  'DejaVu Serif': 'DejaVu Serif',
  'DejaVu Sans Mono': 'DejaVu Sans Mono',
};

/** The face that the page's browser really takes for each CSS `font-family`, by the name that people know it by. */
export function facesOf(page: Page, families: string[]): Promise<string[]> {
  return page.evaluate(
    ({ families, names }) => {
      const context = document.createElement('canvas').getContext('2d')!;
      const widthIn = (family: string) => {
        context.font = `40px ${family}`;
        return context.measureText('Hamburgefonstiv 0123 ,.;:').width;
      };
      return families.map((family) => {
        const like = Object.entries(names).find(([name]) => widthIn(`"${name}"`) === widthIn(family));
        return like?.[1] ?? family.split(',')[0]!.replace(/["']/g, '').trim();
      });
    },
    { families, names: NAMES },
  );
}
