import type { Value } from './outcome.ts';

/** A value alone, in as few words as it takes: `yes`, `3`, `16px`, `x 40, y 12`. */
export function wordsOf(value: Value): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'texts':
      return value.texts.join(', ');
    case 'number':
      return String(value.number);
    case 'boolean':
      return value.boolean ? 'yes' : 'no';
    case 'color':
      return value.color;
    case 'length':
      return `${tenths(value.pixels)}px`;
    case 'size':
      return `${tenths(value.width)}px × ${tenths(value.height)}px`;
    case 'place':
      return `x ${value.point.x}, y ${value.point.y}`;
  }
}

const tenths = (pixels: number): number => Math.round(pixels * 10) / 10;
