import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const main = path.join(root, 'extension/cli/main.ts');
const sample = path.join(root, 'media/samples/login.png');

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'ask', ...args], { encoding: 'utf8' });
  return { status, stdout, lines: stderr.trim().split('\n').filter(Boolean) };
}

test('answers, and says where from', { timeout: 60_000 }, () => {
  const { status, stdout, lines } = run(sample, 'where is the sign in button?', '--json');
  expect([status, lines]).toEqual([0, []]);
  const said = JSON.parse(stdout) as Record<string, unknown> & { confidence: number };
  expect(said).toMatchObject({
    answer: 'x 960, y 463',
    text: expect.stringContaining('“Sign in”') as string,
    boxes: [{ x: 760, y: 440, width: 400, height: 46 }],
    point: { x: 960, y: 463 },
    declined: false,
  });
  expect(said.confidence).toBeGreaterThan(0);
});

test.each([
  [[], 2, /no image is named/],
  [[sample], 2, /no question/],
  [['missing.png', 'what is it?'], 1, /missing\.png doesn't exist/],
])('says in one line what is wrong with %j', (args, exit, message) => {
  const { status, stdout, lines } = run(...args);
  expect([status, stdout, lines.length]).toEqual([exit, '', 1]);
  expect(lines[0]).toMatch(message);
});
