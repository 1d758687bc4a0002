import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { TOOLS } from '../../extension/tools/all.ts';
import { packCompanion } from './companion.ts';
import { useEditor } from './editor.ts';
import { sample, useProject } from './project.ts';
import { paletteTitle } from './titles.ts';
import type { Workbench } from './workbench.ts';

const editor = useEditor({ companions: [await packCompanion('agent')], settings: { 'chat.disableAIFeatures': false } });
const project = useProject();

interface Told {
  text?: string;
  error?: string;
  tools: { name: string; description: string }[];
}

/** Calls a tool through the editor, as its chat does. `confirm`: what is asked on the way. */
async function call(workbench: Workbench, name: string, input: object, confirm?: string): Promise<Told> {
  const file = path.join(project.folder, 'result.json');
  rmSync(file, { force: true });
  project.write('call.json', JSON.stringify({ name: `pixelwright_${name}`, input }));
  await workbench.runCommand('Agent: Call Tool');
  if (confirm) {
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText(confirm).waitFor();
    await workbench.photograph(`tool-${name}`);
    await dialog.getByRole('button', { name: 'Yes' }).click();
  }
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8'), { timeout: 120_000 }).toBeTruthy();
  return JSON.parse(readFileSync(file, 'utf8')) as Told;
}

it('offers its tools to agents of the editor', async () => {
  const workbench = await editor.open(project.folder);
  const found = await call(workbench, 'find_element', { image: 'src/assets/login.png', element: 'Sign in button' });
  const ours = found.tools.filter(({ name }) => name.startsWith('pixelwright_'));
  expect(ours).toEqual(TOOLS.map(({ name, description }) => ({ name: `pixelwright_${name}`, description })));
  expect(JSON.parse(found.text!)).toMatchObject({ image: 'login.png', found: true, point: { x: 960, y: 463 } });

  const described = await call(workbench, 'describe_image', { image: 'src/assets/pricing.png' });
  expect(JSON.parse(described.text!)).toMatchObject({ image: 'pricing.png', kind: 'interface' });
  const asked = await call(workbench, 'ask_image', {
    images: ['src/assets/login.png'],
    question: 'What does the Foo button say?',
  });
  expect(JSON.parse(asked.text!)).toMatchObject({ answer: '', declined: true });
  const missing = await call(workbench, 'describe_image', { image: 'src/missing.png' });
  expect(missing.error).toMatch(/missing\.png doesn't exist\. Check the path\.$/);
});

it('asks before it reads outside the workspace and before it writes', async () => {
  const workbench = await editor.open(project.folder);
  const outside = path.join(editor.server.userData, 'outside.png');
  cpSync(sample('login'), outside);
  project.write('call.json', '');
  const described = await call(
    workbench,
    'describe_image',
    { image: outside },
    `Read ${outside}, outside the workspace.`,
  );
  expect(JSON.parse(described.text!)).toMatchObject({ image: 'outside.png' });

  const input = { image: 'src/assets/login.png', target: 'react', folder: 'src/components' };
  const made = await call(
    workbench,
    'component_from_screenshot',
    input,
    'Write a component made from login.png into a new folder in src/components.',
  );
  const { written } = JSON.parse(made.text!) as { written: string[] };
  expect(project.read(written[0]!)).toContain('Sign in');
  const elsewhere = await call(workbench, 'component_from_screenshot', { ...input, folder: '/elsewhere' });
  expect(elsewhere.error).toMatch(/give a folder in it\.$/);
});

it('offers its MCP server to the editor', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.runCommand('MCP: List Servers');
  await workbench.quickInput.locator('.monaco-list-row').filter({ hasText: 'Pixelwright' }).click();
  await workbench.quickInput.locator('.monaco-list-row').filter({ hasText: 'Start Server' }).click();
  // The editor shows what the server says and how it gets on.
  await workbench.page
    .locator('.view-line')
    .filter({ hasText: `Discovered ${TOOLS.length} tools` })
    .waitFor();
  await workbench.photograph('mcp-server');
});

interface Configuration {
  mcpServers: { pixelwright: { command: string; args: string[] } };
}

it('gives a configuration that other programs start its MCP server with', async () => {
  const workbench = await editor.open(project.folder);
  await workbench.runCommand(paletteTitle('pixelwright.copyMcpConfiguration'));
  await workbench.notification('Copied for MCP clients');
  await workbench.photograph('mcp-copied');
  const text = await workbench.page.evaluate(() => navigator.clipboard.readText());
  const { args } = (JSON.parse(text) as Configuration).mcpServers.pixelwright;
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: project.folder }));
  const input = { image: 'src/assets/login.png' };
  const { content } = await client.callTool({ name: 'describe_image', arguments: input });
  await client.close();
  expect(content).toMatchObject([{ type: 'text', text: expect.stringContaining('Welcome back') as string }]);
});
