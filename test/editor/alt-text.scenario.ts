import { expect, it } from 'vitest';
import { useEditor } from './editor.ts';
import { useProject } from './project.ts';
import { paletteTitle } from './titles.ts';

const editor = useEditor();
const project = useProject();
/** Milliseconds for a picture to be described, the engine's start among them. */
const DESCRIBE_LIMIT = 120_000;

it.each([
  { language: 'Markdown', file: 'docs/guide.md', name: 'dashboard.png', written: /!\[[^\]]{10,}\]\(/ },
  { language: 'HTML', file: 'index.html', name: 'article.png', written: /<img src="\/article\.png" alt="[^"]{10,}">/ },
])('writes an alt text in $language by quick fix', async ({ language, file, name, written }) => {
  const workbench = await editor.open(project.folder);
  await workbench.openFile(file);
  await workbench.clickText(name);
  await workbench.quickFix('Write alt text');
  await expect.poll(() => workbench.editorText(), { timeout: DESCRIBE_LIMIT }).toMatch(written);
  await workbench.photograph(`alt-${language.toLowerCase()}`);
  await workbench.press('Control+Z');
  await expect.poll(() => workbench.editorText()).not.toMatch(written);
});

it('shows what it would write in the workspace before anything changes', async () => {
  const workbench = await editor.open(project.folder);
  const before = project.read('docs/guide.md');
  await workbench.runCommand(paletteTitle('pixelwright.altTextInWorkspace'));
  const review = workbench.page.locator('.refactor-preview, .bulk-edit-panel').first();
  await review.getByText('guide.md').waitFor({ timeout: DESCRIBE_LIMIT });
  await workbench.photograph('alt-review');
  expect(project.read('docs/guide.md')).toBe(before);
});
