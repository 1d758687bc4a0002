import { expect, it } from 'vitest';
import { PictureError } from './decode.ts';
import { see } from './see.ts';

/** A sign-in card, drawn with whatever sans-serif font there is. */
const CARD = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" font-family="sans-serif">
  <rect width="640" height="400" fill="#f3f4f6"/>
  <rect x="160.5" y="60.5" width="319" height="279" rx="8" fill="#fff" stroke="#d1d5db"/>
  <text x="190" y="112" font-size="24" font-weight="bold" fill="#111827">Welcome back</text>
  <text x="190" y="150" font-size="15" fill="#374151">Your work is waiting for you</text>
  <rect x="190" y="260" width="260" height="44" rx="6" fill="#2563eb"/>
  <text x="320" y="287" font-size="16" fill="#fff" text-anchor="middle">Continue</text>
</svg>`;

it('sees text, shapes and elements', { timeout: 60_000 }, async () => {
  const stages: string[] = [];
  const scene = await see(new TextEncoder().encode(CARD), {
    time(stage, work) {
      stages.push(stage);
      return Promise.resolve(work());
    },
  });
  expect(stages).toEqual(['decode', 'detect', 'read', 'measure']);
  expect(scene.image).toMatchObject({ width: 640, height: 400, format: 'svg' });
  expect(scene.scale).toBe(1);
  expect(scene.lines.map(({ text }) => text)).toEqual(['Welcome back', 'Your work is waiting for you', 'Continue']);
  const [title, , label] = scene.lines;
  expect(title!.baseline).toBeCloseTo(112, -0.5);
  expect(title!.box.x).toBeGreaterThanOrEqual(190);
  expect(title!.words).toHaveLength(2);
  expect(label!.runs[0]!.style).toMatchObject({ background: '#2563eb', italic: false });
  expect(scene.shapes.some(({ box }) => box.x === 190 && box.y === 260 && box.width === 260 && box.height === 44)).toBe(
    true,
  );
  expect(JSON.parse(JSON.stringify(scene))).toEqual(scene);
});

it('refuses what is no picture', async () => {
  await expect(see(new Uint8Array(3))).rejects.toThrow(PictureError);
});
