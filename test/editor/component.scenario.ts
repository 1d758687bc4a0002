import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { compilerErrors } from './compiles.ts';
import { useEditor } from './editor.ts';
import { Preview } from './preview.ts';
import { useProject } from './project.ts';
import { menuTitle } from './titles.ts';

const editor = useEditor();
const project = useProject();

it("makes a component from the Explorer's menu, and saves it into the project", async () => {
  const workbench = await editor.open(project.folder);
  await workbench.openPicture('login.png');
  await workbench.contextMenu(workbench.explorerItem('login.png'), menuTitle('pixelwright.componentFromImage'));
  const preview = await Preview.ready(workbench);
  await workbench.photograph('preview-light');
  expect(await preview.score()).toBeGreaterThan(80);
  expect(await preview.code()).toContain('Sign in');

  await preview.button('Save into Project…').click();
  await workbench.press('Enter');
  const folder = path.join(project.folder, 'src/components');
  await expect.poll(() => existsSync(folder) && readdirSync(folder), { timeout: 30_000 }).toBeTruthy();
  const name = readdirSync(folder)[0]!;
  await workbench.page.locator(`.tab.active[data-resource-name="${name}.tsx"]`).waitFor();
  expect(readFileSync(path.join(folder, name, `${name}.tsx`), 'utf8')).toContain(`export function ${name}`);
  expect(compilerErrors(project.folder, [`src/components/${name}/${name}.tsx`])).toBe('');
  await workbench.photograph('saved-light');
});
