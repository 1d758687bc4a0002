import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { useEditor } from './editor.ts';
import { Preview } from './preview.ts';
import { useProject } from './project.ts';
import { paletteTitle } from './titles.ts';

const editor = useEditor({ workspaceTrust: true, settings: { 'security.workspace.trust.startupPrompt': 'never' } });
const project = useProject();

it('works in restricted mode, executing nothing of the workspace', async () => {
  const mark = path.join(project.folder, 'executed');
  const trap = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '');`;
  for (const name of ['tailwind.config.js', 'postcss.config.js', 'vite.config.js', 'prettier.config.js']) {
    project.write(name, trap);
    project.write(`src/assets/${name}`, trap);
  }
  for (const name of ['esbuild', 'prettier', 'react', 'tailwindcss']) {
    project.write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    project.write(`node_modules/${name}/index.js`, trap);
  }
  const workbench = await editor.open(project.folder);
  await workbench.page.getByText('Restricted Mode').first().waitFor();
  await workbench.openFile('docs/guide.md');
  await workbench.hoverText('dashboard.png', /PNG/);
  await workbench.photograph('restricted-hover');
  await workbench.openPicture('login.png');
  await workbench.runCommand(paletteTitle('pixelwright.componentFromImage'));
  const preview = await Preview.ready(workbench);
  expect(await preview.code()).toContain('Sign in');
  await workbench.photograph('restricted-preview');
  expect(existsSync(mark)).toBe(false);
});
