import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useEditor } from './editor.ts';
import { Preview } from './preview.ts';
import { useProject } from './project.ts';
import { extensionLog } from './server.ts';
import { paletteTitle } from './titles.ts';

const editor = useEditor();
const project = useProject();

/** Native code that processes of the editor have loaded from the extension. */
function nativeCode(extensions: string): string[] {
  const loaded = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n');
      } catch {
        return [];
      }
    });
  return loaded.filter((line) => line.includes(extensions));
}

it('loads nothing native before it is needed', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.openFile('tools/report.py');
  // Its log is there once it is active.
  await expect.poll(() => extensionLog(editor.server), { timeout: 60_000 }).toContain('Pixelwright.log');
  expect(editor.server.engines()).toEqual([]);
  expect(nativeCode(editor.server.extensions)).toEqual([]);
});

it('carries on when the engine is killed midway, with one message', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.openPicture('dashboard.png');
  await workbench.runCommand(paletteTitle('pixelwright.componentFromImage'));
  const preview = await Preview.shown(workbench);
  await preview.frame.locator('.step-running').nth(0).waitFor();
  await expect.poll(() => editor.server.engines().length, { timeout: 60_000 }).toBeGreaterThan(0);
  // Once it has begun to work.
  await preview.frame.locator('.step-done').first().waitFor();
  const killed = editor.server.engines();
  for (const pid of killed) process.kill(pid, 'SIGKILL');
  await workbench.notification(/engine/i);
  expect(await workbench.page.locator('.notification-toast').count()).toBe(1);
  await workbench.photograph('engine-killed');
  await Preview.ready(workbench);
  const running = editor.server.engines();
  expect(running).toHaveLength(1);
  expect(killed).not.toContain(running[0]);
  await workbench.photograph('engine-back');
});
