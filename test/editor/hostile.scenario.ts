import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { compilerErrors } from './compiles.ts';
import { useEditor } from './editor.ts';
import { HOSTILE_NAME, HOSTILE_TEXTS, pictureOf } from './pictures.ts';
import { Preview } from './preview.ts';
import { useProject } from './project.ts';
import { paletteTitle } from './titles.ts';
import type { Workbench } from './workbench.ts';

const editor = useEditor();
const project = useProject();

/** Notes what would show that a text was taken for code. */
function watchForHarm(workbench: Workbench): string[] {
  const harm: string[] = [];
  workbench.page.on('dialog', (dialog) => {
    harm.push(dialog.message());
    void dialog.dismiss();
  });
  return harm;
}

/** Whether any frame of the window ran a script of the picture's. */
async function isPwned(workbench: Workbench): Promise<boolean> {
  const answers = await Promise.all(
    workbench.page.frames().map((frame) => frame.evaluate(() => 'pwned' in window).catch(() => false)),
  );
  return answers.includes(true);
}

it('takes texts in a picture for texts', async () => {
  project.write('src/assets/hostile.png', await pictureOf(editor.browser, HOSTILE_TEXTS));
  project.write('src/Hostile.tsx', '');
  project.write('docs/hostile.md', '![](../src/assets/hostile.png)\n');
  const workbench = await editor.open(project.folder);
  const harm = watchForHarm(workbench);
  await workbench.openFile('docs/hostile.md');
  const hover = await workbench.hoverText('hostile.png', /PNG/);
  await workbench.photograph('hostile-hover');
  // Our own links are the only ones.
  const links = await hover.locator('a').evaluateAll((all) => all.map((link) => link.textContent?.trim()));
  expect(links.every((text) => /^(Create Component|Ask|Copy Text|Insert Alt Text)$/.test(text ?? ''))).toBe(true);
  await workbench.press('Escape');

  await workbench.openPicture('hostile.png');
  await workbench.runCommand(paletteTitle('pixelwright.componentFromImage'));
  const preview = await Preview.ready(workbench);
  await workbench.photograph('hostile-preview');
  expect(await preview.code()).toContain('script');
  await preview.button('Save into Project…').click();
  await workbench.quickInput.locator('.monaco-list-row').first().waitFor();
  await workbench.press('Enter');
  const tab = workbench.page.locator('.tab.active[data-resource-name$=".tsx"]');
  await tab.waitFor();
  const file = (await tab.getAttribute('data-resource-name'))!;
  expect(compilerErrors(project.folder, [`src/components/${file.replace('.tsx', '')}/${file}`])).toBe('');
  expect(harm).toEqual([]);
  expect(await isPwned(workbench)).toBe(false);
});

it("takes a file's name for a name", async () => {
  project.write(`docs/${HOSTILE_NAME}`, await pictureOf(editor.browser, ['Hello', 'World']));
  project.write('docs/named.md', `![](<${HOSTILE_NAME}>)\n`);
  const workbench = await editor.open(project.folder);
  const harm = watchForHarm(workbench);
  await workbench.openPicture('onerror');
  await workbench.runCommand(paletteTitle('pixelwright.componentFromImage'));
  const preview = await Preview.ready(workbench);
  await workbench.photograph('hostile-name');
  expect(await preview.frame.locator('.file-name').first().innerText()).toBe(HOSTILE_NAME);
  expect(await preview.code()).toContain('Hello');
  expect(harm).toEqual([]);
  expect(await isPwned(workbench)).toBe(false);
  expect(existsSync(path.join(project.folder, 'pwned'))).toBe(false);
});
