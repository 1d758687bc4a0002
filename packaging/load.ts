/**
 * Whether a package works once it is installed: unpacked where no other node_modules is near, its engine describes a picture, and
 * so does its MCP server.
 */
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { fork } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-jsonrpc/node';

const sample = path.resolve(import.meta.dirname, '../media/samples/login.png');

interface Described {
  description: { medium: string; text: string };
}

/**
 * @param files of the extension by path
 * @throws Error where the engine or the MCP server doesn't start, fails, or doesn't read the sample
 */
export async function checkLoads(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pixelwright-install-'));
  try {
    for (const [name, content] of files) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      // An editor takes it from the archive's entry.
      if (name.endsWith('/bin/esbuild')) chmodSync(file, 0o755);
    }
    const { description } = await describe(folder);
    if (description.medium !== 'interface' || !description.text.includes('Sign in')) {
      throw new Error(`the packaged engine took ${sample} for ${JSON.stringify(description)}`);
    }
    const told = await describeOverMcp(folder);
    if (!told.includes('Sign in')) throw new Error(`the packaged MCP server took ${sample} for ${told}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function describe(folder: string): Promise<Described> {
  const options = { device: 'cpu', storage: path.join(folder, 'storage'), cacheBytes: 0 };
  const engine = fork(path.join(folder, 'dist/engine/main.mjs'), [JSON.stringify(options)], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const connection = createMessageConnection(new IPCMessageReader(engine), new IPCMessageWriter(engine));
  connection.listen();
  const died = new Promise<never>((_, reject) => {
    engine.once('error', reject);
    engine.once('exit', (code, signal) => reject(new Error(`the packaged engine ended (${signal ?? code})`)));
  });
  try {
    const asked = connection.sendRequest<Described>('describe', { image: { path: sample }, lane: 'batch' });
    return await Promise.race([asked, died]);
  } finally {
    connection.dispose();
    engine.removeAllListeners('exit');
    engine.kill('SIGKILL');
  }
}

async function describeOverMcp(folder: string): Promise<string> {
  const client = new Client({ name: 'package check', version: '1' });
  const args = [path.join(folder, 'dist/mcp/main.mjs'), '--storage', path.join(folder, 'storage')];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: folder }));
  try {
    const { content } = await client.callTool({ name: 'describe_image', arguments: { image: sample } });
    return content.map((part) => (part.type === 'text' ? part.text : part.type)).join('');
  } finally {
    await client.close();
  }
}
