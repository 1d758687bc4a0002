import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useEditor } from './editor.ts';
import { COMPONENT_LIMIT, Preview } from './preview.ts';
import { sample, useProject } from './project.ts';
import { paletteTitle } from './titles.ts';

const editor = useEditor();
const project = useProject();

it('makes a component of what is on the clipboard, and inserts it at the cursor', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.openFile('src/Empty.tsx');
  await workbench.copyImage(readFileSync(sample('login')));
  await workbench.runCommand(paletteTitle('pixelwright.componentFromClipboard'));
  const preview = await Preview.ready(workbench);
  expect(await preview.code()).toContain('Sign in');
  await workbench.photograph('from-clipboard');
  await preview.button('Insert at Cursor').click();
  await expect.poll(() => workbench.editorText(), { timeout: COMPONENT_LIMIT }).toContain('export function');
  await workbench.photograph('inserted');
});

it("makes a component from a picture's editor", async () => {
  const workbench = await editor.open(project.folder);
  await workbench.openPicture('pricing.png');
  await workbench.page.locator('.editor-actions').getByRole('button', { name: 'Create Component from Image' }).click();
  const preview = await Preview.ready(workbench);
  expect(await preview.code()).toContain('Pay for what you publish');
});
