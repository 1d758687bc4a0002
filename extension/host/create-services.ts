import * as vscode from 'vscode';
import type { EngineClient } from '../engine/client.ts';
import type { EngineStatus } from '../engine/protocol.ts';
import { LazyEngine } from './engine.ts';
import { HeldPictures } from './pictures.ts';
import type { Services } from './services.ts';
import { changesEngine, settings } from './settings.ts';

/** Builds what the features are given. Nothing runs yet; disposing of it ends the engine. */
export function createServices(context: vscode.ExtensionContext): Services & vscode.Disposable {
  const log = vscode.window.createOutputChannel('Pixelwright', { log: true });
  const statusChanged = new vscode.EventEmitter<EngineStatus | undefined>();
  const options = () => ({
    engine: {
      device: settings.device(),
      storage: vscode.Uri.joinPath(context.globalStorageUri, 'engine').fsPath,
      cacheBytes: settings.cacheBytes(),
    },
    idle: settings.idleMilliseconds(),
  });
  let client: EngineClient | undefined;
  let starting: Promise<EngineClient> | undefined;
  const start = async () => {
    const { EngineClient } = await import('../engine/client.ts');
    const entry = vscode.Uri.joinPath(context.extensionUri, 'dist', 'engine', 'main.mjs').fsPath;
    client = new EngineClient({ entry, ...options(), log: (line) => log.info(line) });
    client.onStatus((status) => statusChanged.fire(status));
    client.onCrash(() => showCrash(log));
    return client;
  };
  const engine = new LazyEngine(() => (starting ??= start()));
  const settingsChanged = vscode.workspace.onDidChangeConfiguration((event) => {
    if (changesEngine(event)) client?.configure(options());
  });
  return {
    extensionUri: context.extensionUri,
    storage: context.globalStorageUri,
    workspaceStorage: context.storageUri ?? context.globalStorageUri,
    memento: context.workspaceState,
    log,
    settings,
    held: new HeldPictures(),
    engine: () => engine,
    get engineStatus() {
      return client?.status;
    },
    onEngineStatus: statusChanged.event,
    restartEngine: () => client?.restart(),
    dispose() {
      client?.dispose();
      for (const each of [settingsChanged, statusChanged, log]) each.dispose();
    },
  };
}

/** The only thing that a crash of the engine is to a person. */
function showCrash(log: vscode.LogOutputChannel): void {
  const message = vscode.l10n.t(
    "Pixelwright's engine crashed and was started again. What was under way is done again on the CPU.",
  );
  const showLog = vscode.l10n.t('Show Log');
  void vscode.window.showWarningMessage(message, showLog).then((chosen) => {
    if (chosen === showLog) log.show();
  });
}
