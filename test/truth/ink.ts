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
