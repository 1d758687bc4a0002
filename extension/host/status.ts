import * as vscode from 'vscode';
import type { EngineStatus } from '../engine/protocol.ts';
import type { Services } from './services.ts';
import { attempt } from './work.ts';

const MENU = 'pixelwright.showMenu';

interface Action extends vscode.QuickPickItem {
  command: string;
  args?: unknown[];
}

/** Names of execution providers, which are proper ones. */
const PROVIDERS: Record<string, string> = { cpu: 'CPU', webgpu: 'WebGPU', dml: 'DirectML', coreml: 'CoreML' };

const deviceName = ({ device, provider }: EngineStatus): string =>
  device === 'cpu' ? 'CPU' : `GPU, ${PROVIDERS[provider] ?? provider}`;

function show(item: vscode.StatusBarItem, status: EngineStatus | undefined): void {
  item.text = `${status?.busy ? '$(loading~spin)' : '$(eye)'} Pixelwright`;
  const state = !status
    ? vscode.l10n.t('The engine rests; it starts when it is needed.')
    : status.busy
      ? vscode.l10n.t('At work: {0}', status.busy)
      : vscode.l10n.t('Idle');
  const lines = status ? [deviceName(status), status.reason, state] : [state];
  item.tooltip = new vscode.MarkdownString().appendText(`Pixelwright\n${lines.join('\n')}`);
  item.accessibilityInformation = {
    label: `Pixelwright: ${lines.map((line) => line.replace(/\.$/, '')).join('. ')}`,
    role: 'button',
  };
}

function actions(status: EngineStatus | undefined): Action[] {
  return [
    {
      label: `$(clippy) ${vscode.l10n.t('Create Component from Clipboard')}`,
      command: 'pixelwright.componentFromClipboard',
    },
    { label: `$(comment-discussion) ${vscode.l10n.t('Open Chat')}`, command: 'pixelwright.chat.focus' },
    {
      label: `$(circuit-board) ${vscode.l10n.t('Choose Device')}`,
      ...(status ? { description: deviceName(status), detail: status.reason } : {}),
      command: 'workbench.action.openSettings',
      args: ['pixelwright.device'],
    },
    {
      label: `$(settings-gear) ${vscode.l10n.t('Settings')}`,
      command: 'workbench.action.openSettings',
      args: ['@ext:pixelwright.pixelwright'],
    },
    { label: `$(output) ${vscode.l10n.t('Show Log')}`, command: 'pixelwright.showLog' },
    { label: `$(debug-restart) ${vscode.l10n.t('Restart Engine')}`, command: 'pixelwright.restartEngine' },
    { label: `$(trash) ${vscode.l10n.t('Clear Cache')}`, command: 'pixelwright.clearCache' },
  ];
}

/** The status item, which shows from the engine's first start on, and the commands for the engine that it offers. */
export function registerStatus(services: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('pixelwright.status', vscode.StatusBarAlignment.Right, 0);
  item.name = 'Pixelwright';
  item.command = MENU;
  return vscode.Disposable.from(
    item,
    services.onEngineStatus((status) => {
      show(item, status);
      item.show();
    }),
    vscode.commands.registerCommand(MENU, async () => {
      const chosen = await vscode.window.showQuickPick(actions(services.engineStatus), {
        title: 'Pixelwright',
        placeHolder: vscode.l10n.t('What would you like to do?'),
      });
      if (chosen) await vscode.commands.executeCommand(chosen.command, ...(chosen.args ?? []));
    }),
    vscode.commands.registerCommand('pixelwright.showLog', () => services.log.show()),
    vscode.commands.registerCommand('pixelwright.restartEngine', () => {
      services.restartEngine();
      vscode.window.setStatusBarMessage(
        `$(check) ${vscode.l10n.t('The engine starts anew when it is next needed.')}`,
        DONE_MS,
      );
    }),
    vscode.commands.registerCommand('pixelwright.clearCache', () =>
      attempt(services, async () => {
        await services.engine().clearCache();
        vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('The cache is empty.')}`, DONE_MS);
      }),
    ),
  );
}

/** Long enough to be read. */
const DONE_MS = 5000;
