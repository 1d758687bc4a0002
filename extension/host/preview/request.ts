import type * as vscode from 'vscode';
import type { Target } from '../../codegen/generate.ts';
import type { Box } from '../../vision/scene.ts';

/** What the preview is asked to make a component of. */
export interface PreviewRequest {
  /** A picture of the workspace or disk; one that lies nowhere; or what the clipboard holds, which only the panel can read. */
  image: vscode.Uri | { name: string; bytes: Uint8Array } | 'clipboard';
  target: Target;
  /** Only this part of the picture, in its pixels. */
  region?: Box;
  /** Lets the person draw first which part of the picture it is about. */
  chooseRegion?: boolean;
}
