import * as vscode from 'vscode';
import type { Target } from '../codegen/generate.ts';
import type { EngineOptions } from '../engine/protocol.ts';

const SECTION = 'pixelwright';

const read = <T>(name: string, scope?: vscode.Uri): T =>
  vscode.workspace.getConfiguration(SECTION, scope).get<T>(name)!;

/** What the person has set; read anew each time. Defaults are the manifest's. */
export const settings = {
  device: (): EngineOptions['device'] => read('device'),
  cacheBytes: (): number => read<number>('cacheSize') * 2 ** 20,
  idleMilliseconds: (): number => read<number>('idleMinutes') * 60_000,
  target: (scope?: vscode.Uri): Target | 'auto' => read('target', scope),
  isHoverEnabled: (scope: vscode.Uri): boolean => read('hover.enabled', scope),
  loadsRemoteImages: (): boolean => read('remoteImages'),
  offersMcpServer: (): boolean => read('mcpServer'),
};

/** Settings that a running engine can't change. */
const OF_ENGINE = ['device', 'cacheSize', 'idleMinutes'];

export const changesEngine = (event: vscode.ConfigurationChangeEvent): boolean =>
  OF_ENGINE.some((name) => event.affectsConfiguration(`${SECTION}.${name}`));
