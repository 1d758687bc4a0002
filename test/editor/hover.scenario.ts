import { expect, it } from 'vitest';
import { useEditor } from './editor.ts';
import { Preview } from './preview.ts';
import { useProject } from './project.ts';
import { themes } from './workbench.ts';

const editor = useEditor();
const project = useProject();

it.each([
  { language: 'Markdown', file: 'docs/guide.md', name: 'dashboard.png', size: '1280 × 1027' },
  { language: 'HTML', file: 'index.html', name: 'article.png', size: '1280 × 1349' },
  { language: 'CSS', file: 'src/styles.css', name: 'pricing.png', size: '1280 × 927' },
  { language: 'TSX', file: 'src/App.tsx', name: 'login.png', size: '1280 × 760' },
  { language: 'Python', file: 'tools/report.py', name: 'login.png', size: '1280 × 760' },
])('explains an image that $language names', async ({ language, file, name, size }) => {
  const workbench = await editor.open(project.folder);
  await workbench.openFile(file);
  const hover = await workbench.hoverText(name, /PNG/);
  const said = await hover.innerText();
  expect(said).toMatch(/Interface|Document/);
  expect(said).toContain(size);
  expect(said).toContain('Create Component');
  const thumbnail = hover.locator('img').first();
  await expect.poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  await workbench.photograph(`hover-${language.toLowerCase()}`);
});

it('leads to a component and to a question', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.openFile('src/App.tsx');
  const hover = await workbench.hoverText('login.png', /Create Component/);
  await hover.getByText('Create Component').click();
  const preview = await Preview.ready(workbench);
  expect(await preview.code()).toContain('Sign in');
});

it.each(themes)('looks right in %s', async (theme) => {
  const workbench = await editor.open(project.folder);
  await workbench.setTheme(theme);
  await workbench.openFile('docs/guide.md');
  const hover = await workbench.hoverText('dashboard.png', /PNG/);
  await workbench.photograph(`hover-${theme}`);
  expect(await hover.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(1);
});
