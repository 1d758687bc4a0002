import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { Chat } from './chat.ts';
import { useEditor } from './editor.ts';
import { useProject } from './project.ts';

const editor = useEditor();
const project = useProject();

/** Where something lies on the first picture, in shares of its size. */
async function shareOf(chat: Chat, mark: Locator): Promise<{ x: number; y: number }> {
  const [picture, box] = [(await chat.layer.boundingBox())!, (await mark.boundingBox())!];
  return {
    x: (box.x + box.width / 2 - picture.x) / picture.width,
    y: (box.y + box.height / 2 - picture.y) / picture.height,
  };
}

it('lights up where a fact is from, and follows up on it', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.resizeSideBar(520);
  const chat = await Chat.about(workbench, 'login.png');
  expect(await chat.ask('Where is the “Sign in” button?')).toContain('button “Sign in”');
  const lit = chat.frame.locator('.mark-lit');
  expect(await lit.count()).toBe(0);
  await chat.last.locator('.fact').first().hover();
  await lit.waitFor();
  // It lies here in the picture.
  const { x, y } = await shareOf(chat, lit);
  expect(Math.abs(x - 0.747)).toBeLessThan(0.02);
  expect(Math.abs(y - 0.61)).toBeLessThan(0.02);
  await chat.photograph('chat-evidence');
  await chat.question.hover();
  await expect.poll(() => lit.count()).toBe(0);

  expect(await chat.ask('Where is the email field?')).toContain('Email address');
  expect(await chat.ask('And the one below it?')).toContain('Password');
  await chat.last.locator('.fact').first().focus();
  await chat.frame.locator('.mark-lit').first().waitFor();
  await chat.photograph('chat-follow-up');
});

it('tells how it came to an answer', async () => {
  const workbench = await editor.open(project.folder);
  const chat = await Chat.about(workbench, 'login.png');
  await chat.ask('How many fields are there?');
  const how = chat.button('How I got this');
  expect(await how.getAttribute('aria-expanded')).toBe('false');
  await how.focus();
  await workbench.press('Enter');
  const steps = chat.last.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await steps.first().waitFor();
  expect((await steps.allInnerTexts()).join(' ')).toMatch(/select.*field.*count/s);
  expect(await chat.last.locator('.how').innerText()).toMatch(/Value\s+2\s+Confidence\s+\d+ %\s+Looked at/);
  await chat.button('2 places in login.png').hover();
  await expect.poll(() => chat.frame.locator('.mark-lit').count()).toBe(2);
  await chat.photograph('chat-how');
});

it("says so where the picture doesn't tell, and what can be asked", async () => {
  const workbench = await editor.open(project.folder);
  const chat = await Chat.about(workbench, 'login.png');
  expect(await chat.ask('Who painted the Mona Lisa?')).toMatch(/can’t|don’t/);
  const declined = chat.last.getByRole('note', { name: "The picture doesn't tell" });
  expect(await declined.innerText()).toContain('looked at');
  expect(await chat.last.getByRole('alert').count()).toBe(0);
  await chat.button('What can be asked').click();
  await chat.button('Which fields are empty?').click();
  expect(await chat.answered(2)).toMatch(/Email address|Password|field/);
  await chat.photograph('chat-declined');
});

it('shows what is known of a box, and asks about it', async () => {
  const workbench = await editor.open(project.folder);
  const chat = await Chat.about(workbench, 'login.png');
  await chat.seen();
  const { width, height } = (await chat.layer.boundingBox())!;
  const onButton = { x: width * 0.7, y: height * 0.61 };
  await chat.layer.click({ position: onButton });
  const card = chat.frame.locator('.card');
  await card.getByRole('heading', { name: /Button|Text/ }).waitFor();
  expect(await card.innerText()).toMatch(/Size\s+\d/);
  await chat.photograph('chat-card');
  await chat.button('Ask about this').click();
  await chat.button('Ask about all of it').waitFor();
  expect(await chat.ask('What does it say?')).toContain('Sign in');
  await chat.photograph('chat-card-asked');
});

it('asks which one is meant of several', async () => {
  const workbench = await editor.open(project.folder);
  const chat = await Chat.about(workbench, 'pricing.png');
  await chat.ask('Where is the button?');
  const choices = chat.last.locator('.choices').getByRole('button');
  await choices.first().waitFor();
  await choices.nth(1).hover();
  await chat.frame.locator('.mark-lit').first().waitFor();
  await chat.photograph('chat-choices');
  const name = await choices.nth(1).locator('span').first().innerText();
  await choices.nth(1).click();
  expect(await chat.answered(2)).toContain(name);
  expect(await chat.last.locator('.choices').count()).toBe(0);
  await chat.photograph('chat-chosen');
});
