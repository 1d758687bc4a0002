import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { useEditor } from './editor.ts';
import { sample, useProject } from './project.ts';
import { menuTitle } from './titles.ts';
import { themes } from './workbench.ts';
import type { Workbench } from './workbench.ts';

const editor = useEditor();
const project = useProject();
/** Milliseconds for an answer, the engine's start and the seeing of pictures among them. */
const ANSWER_LIMIT = 180_000;

const attached = (chat: Frame) => chat.getByRole('list', { name: 'Attached images' }).getByRole('listitem');
const exchanges = (chat: Frame) => chat.locator('article.exchange');

/** Opens the chat with one picture from the Explorer. */
async function openChat(workbench: Workbench): Promise<Frame> {
  await workbench.openPicture('login.png');
  await workbench.contextMenu(workbench.explorerItem('login.png'), menuTitle('pixelwright.askAboutImage'));
  const chat = await workbench.webview('chat');
  await attached(chat).first().waitFor();
  return chat;
}

async function ask(chat: Frame, question: string): Promise<void> {
  await chat.getByRole('textbox', { name: 'Question' }).fill(question);
  await chat.getByRole('button', { name: 'Ask', exact: true }).click();
}

it('answers about two pictures, and still knows it after a reload', async () => {
  const workbench = await editor.open(project.folder);
  const chat = await openChat(workbench);
  await workbench.copyImage(readFileSync(sample('pricing')));
  await chat.getByRole('textbox', { name: 'Question' }).click();
  await workbench.press('Control+V');
  await expect.poll(() => attached(chat).count()).toBe(2);
  await workbench.photograph('chat-attached');
  await ask(chat, 'What text is in it?');
  await chat.getByRole('button', { name: 'Copy answer' }).waitFor({ timeout: ANSWER_LIMIT });
  await workbench.photograph('chat-answer');
  const answer = await chat.locator('.answer').innerText();
  expect(answer).toContain('Forgot password?');

  await workbench.load();
  await workbench.openChat();
  const again = await workbench.webview('chat');
  await exchanges(again).first().waitFor();
  expect(await exchanges(again).count()).toBe(1);
  expect(await again.locator('.answer').innerText()).toBe(answer);
  await expect
    .poll(() =>
      again
        .locator('.question img')
        .evaluateAll((all) => all.filter((image) => (image as HTMLImageElement).naturalWidth).length),
    )
    .toBe(2);
  await workbench.photograph('chat-reloaded');
});

it('stops midway, and asks again', async () => {
  const workbench = await editor.open(project.folder);
  const chat = await openChat(workbench);
  await ask(chat, 'Which colours does it use?');
  const stop = chat.getByRole('button', { name: 'Stop' });
  await stop.click({ timeout: 5000 }).catch(() => {});
  const again = exchanges(chat).last().getByRole('button', { name: 'Ask again' });
  await again.waitFor({ timeout: ANSWER_LIMIT });
  await again.click();
  await expect
    .poll(() => exchanges(chat).last().locator('.answer').innerText(), { timeout: ANSWER_LIMIT })
    .toMatch(/#[0-9a-f]{6}/i);
});

it.each(themes)('looks right in %s, wide and narrow', async (theme) => {
  const workbench = await editor.open(project.folder);
  await workbench.setTheme(theme);
  const chat = await openChat(workbench);
  await ask(chat, 'How many buttons are there, and how large?');
  await chat.getByRole('button', { name: 'Copy answer' }).last().waitFor({ timeout: ANSWER_LIMIT });
  await workbench.resizeSideBar(520);
  await workbench.photograph(`chat-${theme}`);
  await workbench.resizeSideBar(240);
  await workbench.photograph(`chat-${theme}-narrow`);
  const overflow = await chat.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
