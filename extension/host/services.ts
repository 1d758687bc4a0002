import type * as vscode from 'vscode';
import type { EngineStatus } from '../engine/protocol.ts';
import type { Engine } from './engine.ts';
import type { HeldPictures } from './pictures.ts';
import type { settings } from './settings.ts';

/** What every feature of the host is given. */
export interface Services {
  readonly extensionUri: vscode.Uri;
  /** Where files of ours may be kept, across workspaces. */
  readonly storage: vscode.Uri;
  /** Where files of ours may be kept for this workspace; the same as `storage` where none is open. */
  readonly workspaceStorage: vscode.Uri;
  /** Of the workspace. */
  readonly memento: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
  readonly settings: typeof settings;
  /** The engine, whose process starts with the first request. */
  engine(): Engine;
  /** What the engine runs on and how much it has to do; `undefined` where none runs. */
  readonly engineStatus: EngineStatus | undefined;
  readonly onEngineStatus: vscode.Event<EngineStatus | undefined>;
  /** Ends the engine's process; the next request starts another. */
  restartEngine(): void;
  /** Pictures that commands may refer to though they lie nowhere, such as one of a data URI. */
  readonly held: HeldPictures;
}
