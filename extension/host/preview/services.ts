import type * as vscode from 'vscode';
import type { ComponentRequest, ComponentResult } from '../../engine/protocol.ts';
import type { Stage } from '../../engine/component.ts';

/** What the preview needs of the host's services. */
export interface PreviewServices {
  readonly extensionUri: vscode.Uri;
  /** Where files of ours may be kept. */
  readonly storage: vscode.Uri;
  /** Of the workspace. */
  readonly memento: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
  engine(): {
    component(
      request: ComponentRequest,
      options: { signal?: AbortSignal; onStage?: (stage: Stage) => void },
    ): Promise<ComponentResult>;
  };
}
