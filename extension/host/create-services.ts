import * as vscode from 'vscode';
import type { EngineStatus } from '../engine/protocol.ts';
import type { Engine } from './engine.ts';
import { HeldPictures } from './pictures.ts';
import type { Services } from './services.ts';
import { settings } from './settings.ts';

/** Builds what the features are given. Nothing runs yet; disposing of it ends the engine. */
export function createServices(context: vscode.ExtensionContext): Services & vscode.Disposable {
  const log = vscode.window.createOutputChannel('Pixelwright', { log: true });
  const statusChanged = new vscode.EventEmitter<EngineStatus | undefined>();
  let status: EngineStatus | undefined;
  return {
    extensionUri: context.extensionUri,
    storage: context.globalStorageUri,
    workspaceStorage: context.storageUri ?? context.globalStorageUri,
    memento: context.workspaceState,
    log,
    settings,
    held: new HeldPictures(),
    engine(): Engine {
      throw new Error('The engine is not connected yet.');
    },
    get engineStatus() {
      return status;
    },
    onEngineStatus: statusChanged.event,
    restartEngine() {
      status = undefined;
      statusChanged.fire(status);
    },
    dispose() {
      statusChanged.dispose();
      log.dispose();
    },
  };
}
