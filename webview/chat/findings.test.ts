import { expect, it } from 'vitest';
import type { Scene } from '../../extension/vision/scene.ts';
import { findingAt, findingsOf, knowledgeOf } from './findings.ts';

const style = {
  color: '#ffffff',
  background: '#2563eb',
  family: 'Arial',
  size: 14.04,
  weight: 600,
  italic: false,
  underline: false,
  strike: false,
  letterSpacing: 0,
  smallCaps: false,
};
const button = { x: 100, y: 100, width: 200, height: 80 };
const label = { x: 150, y: 120, width: 100, height: 30 };
const scene = {
  version: '1',
  image: { width: 400, height: 300, format: 'png', sha256: '' },
  scale: 2,
  background: { kind: 'solid', color: '#ffffff' },
  lines: [
    {
      id: 'l1',
      box: label,
      baseline: 145,
      text: 'Sign in',
      confidence: 0.9,
      words: [],
      runs: [{ text: 'Sign in', box: label, style, link: 0 }],
    },
  ],
  shapes: [
    {
      id: 's1',
      kind: 'rectangle',
      box: button,
      fill: { kind: 'solid', color: '#2563eb' },
      radius: [8, 8, 8, 8],
      confidence: 1,
    },
  ],
  elements: [{ id: 'e1', class: 'button', box: button, confidence: 0.95, shape: 's1', state: { disabled: true } }],
  pictures: [],
} as unknown as Scene;
const findings = findingsOf(scene);

it('finds the smallest thing at a point first, then what is around it', () => {
  const point = { x: 160, y: 130 };
  expect(findingAt(findings, point, 1, undefined)?.id).toBe('l1');
  expect(findingAt(findings, point, 1, 'l1')?.id).toBe('e1');
  expect(findingAt(findings, point, 1, 'e1')?.id).toBe('l1');
  expect(findingAt(findings, { x: 10, y: 10 }, 1, undefined)).toBeUndefined();
});

it('reaches a little further where the picture is small', () => {
  const beside = { x: 92, y: 130 };
  expect(findingAt(findings, beside, 1, undefined)).toBeUndefined();
  expect(findingAt(findings, beside, 0.2, undefined)?.id).toBe('e1');
});

it('knows an element by its shape and the text in it, in CSS pixels', () => {
  const known = knowledgeOf(
    scene,
    findings.find(({ id }) => id === 'e1')!,
  );
  expect(known).toMatchObject({
    name: 'button',
    text: ['Sign in'],
    width: 100,
    height: 40,
    x: 50,
    y: 50,
    fonts: [{ family: 'Arial', size: 14, weight: 600, italic: false }],
    colors: [
      { of: 'color', color: '#ffffff' },
      { of: 'background', color: '#2563eb' },
    ],
    radius: '8px',
    shadow: '',
    state: { disabled: true },
  });
});

it('knows a line by its own', () => {
  expect(
    knowledgeOf(
      scene,
      findings.find(({ id }) => id === 'l1')!,
    ),
  ).toMatchObject({
    name: 'line',
    text: ['Sign in'],
    colors: [
      { of: 'color', color: '#ffffff' },
      { of: 'background', color: '#2563eb' },
    ],
  });
});
