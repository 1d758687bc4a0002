import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ANSWER_LIMIT, Chat } from './chat.ts';
import { useEditor } from './editor.ts';
import { Preview } from './preview.ts';
import { sample, useProject } from './project.ts';
import { themes } from './workbench.ts';

const editor = useEditor();
const project = useProject();

it('answers about two pictures, and still knows it after a reload', async () => {
  const workbench = await editor.open(project.folder);
  const chat = await Chat.about(workbench, 'login.png');
  await workbench.copyImage(readFileSync(sample('pricing')));
  await chat.question.click();
  await workbench.press('Control+V');
  await expect.poll(() => chat.attached.count()).toBe(2);
  await chat.photograph('chat-attached');
  const answer = await chat.ask('What text is in it?');
  expect(answer).toContain('Forgot password?');
  await chat.photograph('chat-answer');

  await workbench.load();
  await workbench.openChat();
  const again = await Chat.shown(workbench);
  expect(await again.answered(1)).toBe(answer);
  expect(await again.exchanges.count()).toBe(1);
  await expect
    .poll(() =>
      again.frame
        .locator('.question img')
        .evaluateAll((all) => all.filter((image) => (image as HTMLImageElement).naturalWidth).length),
    )
    .toBe(2);
  await again.photograph('chat-reloaded');
});

it('stops midway, and asks again', async () => {
  const workbench = await editor.open(project.folder);
  const chat = await Chat.about(workbench, 'login.png');
  await chat.question.fill('Which colours does it use?');
  await chat.button('Ask').click();
  // It may be faster than we are.
  await chat
    .button('Stop')
    .click({ timeout: 5000 })
    .catch(() => {});
  await chat.answered(1);
  await chat.button('Ask again').click();
  await expect.poll(() => chat.last.locator('.answer').innerText(), { timeout: ANSWER_LIMIT }).toMatch(/#[0-9a-f]{6}/i);
});

it('makes a component of what an answer pointed at', async () => {
  const workbench = await editor.open(project.folder);
  const chat = await Chat.about(workbench, 'login.png');
  await chat.ask('Where is the “Sign in” button?');
  expect(await chat.ask('Make it a component')).toContain('this part of login.png');
  const preview = await Preview.ready(workbench);
  expect(await preview.code()).toMatch(/<button[^]*Sign in/);
  await workbench.photograph('chat-component');
});

it.each(themes)('looks right in %s, wide and narrow', async (theme) => {
  const workbench = await editor.open(project.folder);
  await workbench.setTheme(theme);
  const chat = await Chat.about(workbench, 'login.png');
  await chat.seen();
  await workbench.resizeSideBar(520);
  await chat.photograph(`chat-${theme}-start`);
  await chat.ask('How many buttons are there? Where is the checkbox?');
  await chat.button('How I got this').click();
  await chat.photograph(`chat-${theme}`);
  await chat.ask('Who painted the Mona Lisa?');
  await chat.last.getByRole('button', { name: 'What can be asked' }).click();
  await chat.photograph(`chat-${theme}-declined`);
  await workbench.resizeSideBar(240);
  await chat.photograph(`chat-${theme}-narrow`);
  const overflow = await chat.frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
