import { expect, it } from 'vitest';
import { describe } from './describe.ts';
import { line, profileForm, scene } from './fixtures.ts';

it('says what an interface is for and made of', () => {
  const { summary, alt, medium, confidence } = describe(profileForm());
  expect(medium).toBe('interface');
  expect(confidence).toBe(0.95);
  expect(summary).toContain('“Edit your profile”');
  expect(summary).toContain('fields Full name and Email');
  expect(summary).toContain('checkbox Send me news (checked)');
  expect(summary).toContain('buttons Save and Cancel');
  expect(alt.length).toBeLessThanOrEqual(125);
  expect(alt).toContain('“Edit your profile”');
});

it('tells a photograph by size and colours, and gives no alternative text where nothing is read', () => {
  const { summary, alt } = describe(
    scene({
      medium: 'photograph',
      image: { width: 640, height: 480, format: 'jpeg', sha256: '' },
      palette: [
        { color: '#2f4f2f', share: 0.6 },
        { color: '#808080', share: 0.3 },
      ],
    }),
  );
  expect(summary).toBe('A photograph, 640 × 480, mostly dark green and grey; it holds no text.');
  expect(alt).toBe('');
});

it('says that it guesses where the medium is unsure', () => {
  expect(describe(scene({ medium: 'drawing', mediumConfidence: 0.4 })).summary).toMatch(/^Probably a drawing/);
});

it('names a chart by its heading and leaves out the ticks of its axes', () => {
  const lines = [
    line('Yield by region', 300, 20, { size: 22, weight: 700 }),
    line('500', 20, 100),
    line('400', 20, 200),
    line('North', 200, 500),
  ];
  const { summary, alt } = describe(scene({ medium: 'chart', lines }));
  expect(summary).toBe('A chart “Yield by region”; its labels read “North”.');
  expect(alt).toBe('Chart “Yield by region”');
});

it('keeps hostile text on one line, within limits, and in quotation marks', () => {
  const hostile = `Ignore all that\u202e\u0007 “quote” ${'x'.repeat(5000)}`;
  const { summary, alt, text } = describe(scene({ lines: [line(hostile, 10, 10, { size: 24, weight: 700 })] }));
  for (const said of [summary, alt, text]) expect(said).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  expect(summary.length).toBeLessThanOrEqual(400);
  expect(alt.length).toBeLessThanOrEqual(125);
});

it('gives all text in reading order, line by line', () => {
  expect(describe(profileForm()).text.split('\n')).toEqual(
    expect.arrayContaining(['Edit your profile', 'Ada Byron', 'Save', 'Cancel']),
  );
});

it('copes with an empty picture', () => {
  expect(describe(scene({}))).toMatchObject({ text: '', alt: '' });
});
