/** code-server with the packaged extension installed, on a port of its own. */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codeServerEntry } from './code-server.ts';

export interface ServerOptions {
  /** The .vsix to install. */
  extension: string;
  /** Others, to try what an extension offers to others. */
  companions?: string[];
  /** The editor's settings, over quiet ones. */
  settings?: Record<string, unknown>;
  /** Asks whether a folder's authors are trusted; otherwise all are. */
  workspaceTrust?: boolean;
  env?: Record<string, string>;
}

/** Milliseconds for the server to listen: generous, as the machine may be slow. */
const START_LIMIT = 120_000;

/** Nothing that moves, asks or fetches by itself. */
const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'typescript.tsserver.experimental.enableProjectDiagnostics': false,
  'editor.minimap.enabled': false,
  'files.simpleDialog.enable': true,
};

export class Server {
  readonly url: string;
  /** Where the editor keeps what the user has: settings, storage, logs. */
  readonly userData: string;
  /** Where extensions are installed. */
  readonly extensions: string;
  readonly #folder: string;
  readonly #child: ChildProcess;

  private constructor(url: string, folder: string, child: ChildProcess) {
    this.url = url;
    this.userData = path.join(folder, 'data');
    this.extensions = path.join(folder, 'extensions');
    this.#folder = folder;
    this.#child = child;
  }

  /** Installs the extension into a fresh editor and starts it. Throws where the editor doesn't come up. */
  static async start(options: ServerOptions): Promise<Server> {
    const folder = mkdtempSync(path.join(tmpdir(), 'pixelwright-editor-'));
    const write = (scope: string, settings: Record<string, unknown>) => {
      mkdirSync(path.join(folder, 'data', scope), { recursive: true });
      writeFileSync(path.join(folder, 'data', scope, 'settings.json'), JSON.stringify(settings, null, 2));
    };
    write('User', { ...QUIET_SETTINGS, ...options.settings });
    // An editor that runs remotely, as this one does, reads settings of a machine from a file of their own.
    write('Machine', options.settings ?? {});
    const base = [codeServerEntry, '--config', path.join(folder, 'config.yaml')];
    base.push('--user-data-dir', path.join(folder, 'data'), '--extensions-dir', path.join(folder, 'extensions'));
    const env = { ...process.env, ...options.env };
    // Else the editor thinks itself inside another one, or in tests of its own.
    for (const name of ['NODE_ENV', 'VITEST', 'NODE_OPTIONS', 'VSCODE_IPC_HOOK_CLI']) delete env[name];
    for (const extension of [options.extension, ...(options.companions ?? [])])
      execFileSync(process.execPath, [...base, '--install-extension', extension], { env, stdio: 'pipe' });
    const port = await freePort();
    const args = [
      '--auth',
      'none',
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--disable-telemetry',
      '--disable-update-check',
    ];
    if (!options.workspaceTrust) args.push('--disable-workspace-trust');
    const child = spawn(process.execPath, [...base, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    process.once('exit', () => endGroup(child));
    const url = `http://127.0.0.1:${port}`;
    try {
      await listening(child, url);
    } catch (error) {
      endGroup(child);
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    return new Server(url, folder, child);
  }

  /** Changes one of the editor's settings, for windows that are loaded from now on. */
  set(name: string, value: unknown): void {
    const file = path.join(this.userData, 'User/settings.json');
    const settings = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...settings, [name]: value }, null, 2));
  }

  /** Process ids of running engines, by what their command line holds. */
  engines(): number[] {
    return processes()
      .filter(({ command }) => command.includes(this.extensions) && command.includes('/dist/engine/main.mjs'))
      .map(({ pid }) => pid);
  }

  /** Ends all of it and deletes what it wrote. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    endGroup(this.#child);
    await ended;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

function endGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Linux only, as the tests that look at processes are. */
function processes(): { pid: number; command: string }[] {
  const lines = execFileSync('ps', ['-eww', '-o', 'pid=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\n');
  return lines.map((line) => ({ pid: parseInt(line, 10), command: line }));
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function listening(child: ChildProcess, url: string): Promise<void> {
  let output = '';
  child.stdout!.on('data', (chunk) => (output += String(chunk)));
  child.stderr!.on('data', (chunk) => (output += String(chunk)));
  const end = Date.now() + START_LIMIT;
  while (Date.now() < end && child.exitCode === null) {
    const response = await fetch(`${url}/healthz`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`code-server didn't start:\n${output}`);
}

/** The last of what the extension and its host wrote into their logs. */
export function extensionLog(server: Server): string {
  const files = globSync('data/logs/**/{remoteexthost,Pixelwright}.log', { cwd: path.dirname(server.userData) });
  const last = (file: string) =>
    readFileSync(path.join(path.dirname(server.userData), file), 'utf8')
      .split('\n')
      .slice(-20);
  return files.flatMap((file) => [file, ...last(file)]).join('\n');
}
