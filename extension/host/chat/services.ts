import type * as vscode from 'vscode';
import type { Engine } from '../engine.ts';

/** What the chat has the engine do: see a picture, show one that no browser can, answer. */
export type ChatEngine = Pick<Engine, 'see' | 'describe' | 'ask'>;

/** What the chat needs of the host's services. */
export interface ChatServices {
  readonly extensionUri: vscode.Uri;
  /** Conversations and their pictures lie here. */
  readonly workspaceStorage: vscode.Uri;
  /** Of the workspace. */
  readonly memento: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
  engine(): ChatEngine;
}
