/** Scenes made by hand for tests. */
import type { Box, Element, Scene, Shape, TextLine } from '../vision/scene.ts';

export const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

/** A line of text at a place, 8 px wide a letter at 16 px. */
export function line(
  text: string,
  x: number,
  y: number,
  style: { size?: number; weight?: number; color?: string; background?: string; link?: number } = {},
): TextLine {
  const { size = 16, weight = 400, color = '#111827', background = '#ffffff', link = 0 } = style;
  const letter = size / 2;
  let at = x;
  const words = text.split(' ').map((word) => {
    const place = box(at, y, word.length * letter, size);
    at += (word.length + 1) * letter;
    return { text: word, box: place, confidence: 0.99 };
  });
  const whole = box(x, y, text.length * letter, size);
  return {
    id: `l${x}-${y}`,
    box: whole,
    baseline: y + size,
    text,
    confidence: 0.99,
    words,
    runs: [
      {
        text,
        box: whole,
        link,
        style: {
          color,
          background,
          family: 'Arial',
          size,
          weight,
          italic: false,
          underline: link > 0.5,
          strike: false,
          letterSpacing: 0,
          smallCaps: false,
        },
      },
    ],
  };
}

export function shape(id: string, place: Box, fill: string): Shape {
  const side = { width: 1, style: 'solid' as const, color: '#9ca3af' };
  return {
    id,
    kind: 'rectangle',
    box: place,
    fill: { kind: 'solid', color: fill },
    border: { top: side, right: side, bottom: side, left: side },
    confidence: 0.95,
  };
}

export function element(kind: Element['class'], place: Box, shapeId?: string, state: Element['state'] = {}): Element {
  return {
    id: `e${place.x}-${place.y}`,
    class: kind,
    box: place,
    confidence: 0.9,
    state,
    ...(shapeId && { shape: shapeId }),
  };
}

export function scene(parts: Partial<Scene>): Scene {
  return {
    version: '1',
    image: { width: 800, height: 600, format: 'png', sha256: '0'.repeat(64) },
    scale: 1,
    background: { kind: 'solid', color: '#ffffff' },
    lines: [],
    shapes: [],
    elements: [],
    pictures: [],
    palette: [{ color: '#ffffff', share: 0.9 }],
    medium: 'interface',
    mediumConfidence: 0.95,
    ...parts,
  };
}

/** A form with a heading, two fields, a checkbox, and two buttons of which the blue one saves. */
export function profileForm(): Scene {
  const [name, mail, tick, save, cancel] = [
    box(200, 140, 400, 40),
    box(200, 220, 400, 40),
    box(200, 290, 16, 16),
    box(200, 340, 120, 40),
    box(340, 340, 120, 40),
  ];
  return scene({
    lines: [
      line('Edit your profile', 200, 50, { size: 28, weight: 700 }),
      line('Full name', 200, 116, { size: 14 }),
      line('Ada Byron', 212, 152),
      line('Email', 200, 196, { size: 14 }),
      line('Send me news', 226, 290, { size: 14 }),
      line('Save', 244, 352, { color: '#ffffff', background: '#2563eb', weight: 700 }),
      line('Cancel', 376, 352, { weight: 700 }),
    ],
    shapes: [
      shape('s1', name, '#ffffff'),
      shape('s2', mail, '#ffffff'),
      shape('s3', tick, '#ffffff'),
      shape('s4', save, '#2563eb'),
      shape('s5', cancel, '#f3f4f6'),
    ],
    elements: [
      element('text-field', name, 's1'),
      element('text-field', mail, 's2'),
      element('checkbox', tick, 's3', { checked: true }),
      element('button', save, 's4'),
      element('button', cancel, 's5'),
    ],
  });
}
