import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useEditor } from './editor.ts';
import { useProject } from './project.ts';

/** Vulkan in software, which comes with Debian's Chromium. */
const SWIFTSHADER = '/usr/lib/chromium/vk_swiftshader_icd.json';

const editor = useEditor({
  settings: { 'pixelwright.device': 'gpu' },
  env: { VK_ICD_FILENAMES: SWIFTSHADER, XDG_RUNTIME_DIR: '/tmp' },
});
const project = useProject();

it.runIf(existsSync(SWIFTSHADER))('runs on a GPU through WebGPU once that agrees with the CPU', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.openFile('docs/guide.md');
  const hover = await workbench.hoverText('dashboard.png', /PNG/);
  expect(await hover.innerText()).toContain('Interface');
  const status = workbench.page.locator('.statusbar-item[id="pixelwright.pixelwright.pixelwright.status"]');
  await status.waitFor();
  await expect.poll(() => status.getAttribute('aria-label'), { timeout: 180_000 }).toContain('GPU, WebGPU');
  await status.click();
  await workbench.quickInput.getByText('GPU, WebGPU').first().waitFor();
  await workbench.photograph('status-gpu');
});
