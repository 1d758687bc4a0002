import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { compilerErrors } from './compiles.ts';
import { useEditor } from './editor.ts';
import { COMPONENT_LIMIT, Preview } from './preview.ts';
import { sample, useProject } from './project.ts';
import { menuTitle, paletteTitle } from './titles.ts';
import { themes } from './workbench.ts';

const editor = useEditor();
const project = useProject();

it("makes a component from the Explorer's menu, and saves it into the project", async () => {
  const workbench = await editor.open(project.folder);
  await workbench.openPicture('login.png');
  await workbench.contextMenu(workbench.explorerItem('login.png'), menuTitle('pixelwright.componentFromImage'));
  const preview = await Preview.ready(workbench);
  await workbench.photograph('preview');
  expect(await preview.score()).toBeGreaterThan(80);
  expect(await preview.code()).toContain('Sign in');

  await preview.button('Save into Project…').click();
  await workbench.quickInput.locator('.monaco-list-row').first().waitFor();
  await workbench.photograph('save-where');
  await workbench.press('Enter');
  const folder = path.join(project.folder, 'src/components');
  await expect.poll(() => existsSync(folder) && readdirSync(folder).length, { timeout: COMPONENT_LIMIT }).toBe(1);
  const name = readdirSync(folder)[0]!;
  await workbench.page.locator(`.tab.active[data-resource-name="${name}.tsx"]`).waitFor();
  await workbench.photograph('saved');
  expect(readFileSync(path.join(folder, name, `${name}.tsx`), 'utf8')).toContain(`export function ${name}`);
  expect(compilerErrors(project.folder, [`src/components/${name}/${name}.tsx`])).toBe('');
});

it('ties pictures, code and readings together, and follows a correction', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.openPicture('login.png');
  await workbench.runCommand(paletteTitle('pixelwright.componentFromImage'));
  const preview = await Preview.ready(workbench);
  // The button lies here in the picture.
  await preview.clickPicture('Rendering', 0.747, 0.61);
  await expect.poll(() => preview.markedCode()).toContain('Sign in');
  await workbench.photograph('preview-selected');
  // A correction changes the code.
  await preview.show('Review');
  const reading = preview.frame.getByLabel('Read as: Sign in', { exact: true }).first();
  await reading.fill('Log in');
  await reading.press('Enter');
  await preview.show('Code');
  await expect.poll(() => preview.code(), { timeout: COMPONENT_LIMIT }).toContain('Log in');
  // So does another target.
  await preview.frame.getByLabel('Write it as').selectOption({ label: 'HTML and CSS' });
  await preview.frame.getByRole('tab', { name: 'styles.css' }).waitFor({ timeout: COMPONENT_LIMIT });
  await preview.frame.getByRole('tab', { name: 'Slider' }).click();
  await workbench.photograph('preview-slider');
  await preview.frame.getByRole('tab', { name: 'Difference' }).click();
  await preview.frame.locator('canvas').waitFor();
  await workbench.photograph('preview-difference');
});

it('makes one of a pasted picture where the cursor is, undone in one step', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.openFile('src/Empty.tsx');
  await workbench.copyImage(readFileSync(sample('login')));
  await workbench.press('Control+V');
  const file = path.join(project.folder, 'src/Empty.tsx');
  await expect.poll(() => workbench.editorText(), { timeout: COMPONENT_LIMIT }).toContain('export function');
  await workbench.photograph('pasted');
  await workbench.press('Control+S');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('Sign in');
  expect(compilerErrors(project.folder, ['src/Empty.tsx'])).toBe('');
  await workbench.press('Control+Z');
  await expect.poll(() => workbench.editorText()).toBe('');
});

it('stops when it is cancelled, and can be tried again', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.openPicture('dashboard.png');
  await workbench.runCommand(paletteTitle('pixelwright.componentFromImage'));
  const preview = await Preview.shown(workbench);
  await preview.frame.locator('.step-running').first().waitFor();
  await workbench.photograph('preview-working');
  await preview.button('Cancel').click();
  await preview.frame.getByRole('heading', { name: 'Cancelled' }).waitFor();
  await workbench.photograph('preview-cancelled');
  await preview.button('Try Again').click();
  await Preview.ready(workbench);
});

it('makes one of a region that is drawn on the picture', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.openPicture('pricing.png');
  await workbench.runCommand(paletteTitle('pixelwright.componentFromRegion'));
  const preview = await Preview.shown(workbench);
  const picture = preview.frame.locator('img').first();
  const box = (await picture.boundingBox())!;
  await workbench.page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.3);
  await workbench.page.mouse.down();
  await workbench.page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.9, { steps: 5 });
  await workbench.page.mouse.up();
  await workbench.photograph('region');
  await preview.button('Use This Part').click();
  await Preview.ready(workbench);
  await workbench.photograph('preview-region');
});

it.each(themes)('looks right in %s, and in a narrow window', async (theme) => {
  const workbench = await editor.open(project.folder);
  await workbench.setTheme(theme);
  await workbench.openPicture('dashboard.png');
  await workbench.runCommand(paletteTitle('pixelwright.componentFromImage'));
  const preview = await Preview.ready(workbench);
  await workbench.photograph(`preview-${theme}`);
  await workbench.page.setViewportSize({ width: 700, height: 900 });
  await workbench.photograph(`preview-${theme}-narrow`);
  // Nothing may run over the page's side.
  const overflow = await preview.frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
