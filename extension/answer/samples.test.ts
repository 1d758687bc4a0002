import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { see } from '../vision/see.ts';
import type { Scene } from '../vision/scene.ts';
import { answer } from './answer.ts';
import type { AnswerPart } from './answer.ts';
import { describe } from './describe.ts';
import { textOf } from './text-of.ts';

/** Sample screenshots, seen as they are in use. */
const scenes = new Map<string, Scene>();
beforeAll(async () => {
  for (const name of ['login', 'dashboard', 'pricing'])
    scenes.set(name, await see(fileURLToPath(new URL(`../../media/samples/${name}.png`, import.meta.url))));
}, 120_000);

async function ask(name: string, question: string): Promise<string> {
  const parts: AnswerPart[] = [];
  for await (const part of answer([{ name, scene: scenes.get(name)! }], question, [])) parts.push(part);
  return textOf(parts);
}

test.each([
  ['login', 'where is the sign in button?', 'button “Sign in”'],
  ['login', 'how many fields are there', 'two fields: Email address and Password'],
  ['login', 'is remember me ticked?', 'Yes, the checkbox “Remember me” is checked.'],
  ['login', 'where do I create an account', '“Create an account”'],
  ['dashboard', 'what is the average basket?', '€37.61'],
  ['dashboard', 'what is the total of order #10480', '€310.75'],
  ['dashboard', 'what is the status of Ingrid Solberg', 'Paid'],
  ['dashboard', 'what colour is the new order button', '#4f6ef7'],
  ['pricing', 'how much is the studio plan?', '$29'],
  ['pricing', 'is this dark mode', 'It is dark'],
])('%s: %s', async (name, question, said) => {
  expect(await ask(name, question)).toContain(said);
});

test('tells what each of them is', () => {
  const summaries = ['login', 'dashboard', 'pricing'].map((name) => describe(scenes.get(name)!).summary);
  expect(summaries[0]).toMatch(/^Sign-in form “Welcome back”: fields Email address and Password;/);
  expect(summaries[1]).toMatch(/^Dashboard “Overview”: figures Revenue €48,290,/);
  expect(summaries[2]).toMatch(/^Pricing page “Pay for what you publish”/);
});
