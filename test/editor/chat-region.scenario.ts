import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Chat } from './chat.ts';
import { useEditor } from './editor.ts';
import { sample, useProject } from './project.ts';
import { themes } from './workbench.ts';

const editor = useEditor();
const project = useProject();

it('asks about a part that is drawn with the mouse', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.resizeSideBar(520);
  const chat = await Chat.about(workbench, 'pricing.png');
  await chat.drag([0.36, 0.3], [0.64, 0.95]);
  await chat.button('Ask about all of it').waitFor();
  // 28 % of 1280 px, 65 % of 927 px.
  const [width, height] = (await chat.frame.locator('.region-chip').innerText()).match(/\d+/g)!.map(Number);
  expect(Math.abs(width! - 358)).toBeLessThan(5);
  expect(Math.abs(height! - 603)).toBeLessThan(5);
  await chat.photograph('chat-region-drawn');
  // It can be taken back, and drawn again.
  await chat.button('Ask about all of it').click();
  await expect.poll(() => chat.frame.locator('.region-chip').count()).toBe(0);
  const whole = await chat.ask('What text is in it?');
  await chat.drag([0.36, 0.3], [0.64, 0.95]);
  const part = await chat.ask('What text is in it?');
  expect(part.length).toBeGreaterThan(20);
  expect(part.length).toBeLessThan(whole.length / 2);
  // The picture and the question keep showing it.
  await chat.last.locator('.region-chip').waitFor();
  await chat.frame.locator('.mark-asked').waitFor();
  expect(await chat.frame.locator('.composer .region-chip').count()).toBe(0);
  await chat.last.locator('.region-chip-place').hover();
  await chat.photograph('chat-region-asked');

  await workbench.load();
  await workbench.openChat();
  const again = await Chat.shown(workbench);
  await again.last.locator('.region-chip').waitFor();
  await again.frame.locator('.mark-asked').waitFor();
});

it('asks about a part of a picture that is attached later', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.resizeSideBar(520);
  const chat = await Chat.about(workbench, 'login.png');
  await chat.ask('How many buttons are there?');
  await workbench.copyImage(readFileSync(sample('pricing')));
  await chat.question.click();
  await workbench.press('Control+V');
  await chat.attached.getByRole('button', { name: /^Show / }).click();
  const layer = chat.frame.locator('.composer .findings');
  await layer.waitFor();
  await chat.drag([0.36, 0.3], [0.64, 0.65], layer);
  await chat.button('Ask about all of it').waitFor();
  await chat.photograph('chat-region-later');
  expect(await chat.ask('How many buttons are there?')).toContain('Choose Studio');
  await chat.last.locator('.mark-asked').waitFor();
  await chat.photograph('chat-region-later-asked');
});

it('asks about a part that is drawn with the keys', async () => {
  const workbench = await editor.open(project.folder);
  const chat = await Chat.about(workbench, 'login.png');
  await chat.button('Ask about a part').click();
  const drawn = chat.frame.locator('.mark-drawn');
  await drawn.waitFor();
  const before = (await drawn.boundingBox())!;
  for (let times = 0; times < 5; times++) await workbench.press('ArrowRight');
  await expect.poll(async () => (await drawn.boundingBox())!.x).toBeGreaterThan(before.x);
  for (let times = 0; times < 5; times++) await workbench.press('Shift+ArrowLeft');
  await expect.poll(async () => (await drawn.boundingBox())!.width).toBeLessThan(before.width);
  await chat.photograph('chat-region-keys');
  await workbench.press('Escape');
  await expect.poll(() => drawn.count()).toBe(0);
  await workbench.press('Shift+ArrowDown');
  await drawn.waitFor();
  await workbench.press('Enter');
  await chat.button('Ask about all of it').waitFor();
  await workbench.page.keyboard.type('How many buttons are there?');
  await workbench.press('Enter');
  expect(await chat.answered(1)).toMatch(/button/);
});

it.each(themes)('looks right in %s', async (theme) => {
  const workbench = await editor.open(project.folder);
  await workbench.setTheme(theme);
  const chat = await Chat.about(workbench, 'login.png');
  await chat.drag([0.55, 0.2], [0.95, 0.85]);
  await chat.button('Ask about all of it').waitFor();
  await chat.photograph(`chat-region-${theme}`);
  await workbench.resizeSideBar(240);
  await chat.photograph(`chat-region-${theme}-narrow`);
});
