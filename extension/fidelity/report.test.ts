import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Scene } from '../vision/scene.ts';
import { html } from './markup.ts';
import { makeReport } from './report.ts';
import type { ReportInput } from './report.ts';

const EVIL = `</script><img src=x onerror=alert(1)>"'\`{`;

function input(check: ReportInput['check']): ReportInput {
  const box = { x: 1, y: 2, width: 30, height: 10 };
  const words = [{ text: EVIL, box, confidence: 0.3 }];
  const scene: Scene = {
    version: '1',
    image: { width: 100, height: 80, format: 'png', sha256: '' },
    scale: 2,
    background: { kind: 'solid', color: '#ffffff' },
    lines: [{ id: 'l1', box, baseline: 12, text: EVIL, confidence: 0.3, words, runs: [] }],
    shapes: [],
    elements: [],
    pictures: [],
    palette: [],
    medium: 'interface',
    mediumConfidence: 1,
  };
  return {
    title: EVIL,
    target: 'html',
    scene,
    screenshot: new Uint8Array([1]),
    times: { read: 12 },
    warnings: [EVIL],
    check,
  };
}

const FIGURES = {
  photograph: new Uint8Array([2]),
  difference: new Uint8Array([3]),
  size: { width: 100, height: 90 },
  regions: [{ box: { x: 0, y: 0, width: 8, height: 8 }, share: 1 }],
  fidelity: {
    text: 0.9,
    position: 0.95,
    color: 0.99,
    visual: 0.8,
    final: 0.91,
    words: { read: 1, shown: 1, matched: 1 },
    offset: { median: 0.5, most: 3 },
  },
};

test('html escapes values and keeps markup', () => {
  expect(html`<p title="${'"&<'}">${[html`<b>${1}</b>`, undefined, false]}</p>`.text).toBe(
    '<p title="&quot;&amp;&lt;"><b>1</b></p>',
  );
});

test.each([['checked', FIGURES] as const, ['unchecked', EVIL] as const])(
  'a report escapes all text: %s',
  (_, check) => {
    const page = makeReport(input(check));
    expect(page).not.toContain('<img');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;`{');
  },
);

test('the policy allows the style and script that are there, by hash', () => {
  const page = makeReport(input(FIGURES));
  const policy = /content="(default-src[^"]*)"/.exec(page)![1]!.replaceAll('&#39;', "'");
  for (const tag of ['style', 'script']) {
    const content = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(page)![1]!;
    const hash = createHash('sha256').update(content).digest('base64');
    expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
  }
  expect(page).not.toMatch(/ style="| on\w+="/);
});
