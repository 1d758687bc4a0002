/** What the preview's page and the host say to each other. Types only: both sides import it. */
import type { Target } from '../../extension/codegen/generate.ts';
import type { Stage } from '../../extension/engine/component.ts';
import type { ComponentResult } from '../../extension/engine/protocol.ts';
import type { Box } from '../../extension/vision/scene.ts';
import type { PreviewStrings } from './strings.ts';

/** What the page starts with. */
export interface PreviewSetup {
  strings: PreviewStrings;
  targets: { id: Target; name: string }[];
}

export type ToPreview =
  /** Asks for a picture: pasted, dropped, or read from the clipboard. */
  | { kind: 'askPicture' }
  /** Asks which part of the picture it is about; the picture as the editor's browser can show it. */
  | { kind: 'askRegion'; picture: Uint8Array; mime: string; name: string }
  /** A component is being made, the first of this page or another in its place. */
  | { kind: 'working'; name: string; target: Target }
  | { kind: 'stage'; stage: Stage }
  | { kind: 'result'; result: ComponentResult; name: string }
  /** `message`: one line that says what to do. `wasCancelled`: the person wanted it so. */
  | { kind: 'failed'; name: string; message: string; wasCancelled: boolean }
  | { kind: 'remember'; state: PreviewState };

export type FromPreview =
  | { kind: 'ready' }
  | { kind: 'picture'; bytes: Uint8Array; name: string }
  /** Image pixels; without a region the whole picture. */
  | { kind: 'region'; region?: Box }
  /** By line id of the Scene. */
  | { kind: 'correct'; line: string; text: string }
  | { kind: 'target'; target: Target }
  | { kind: 'cancel' }
  | { kind: 'retry' }
  | { kind: 'chooseRegion' }
  | { kind: 'insert' }
  | { kind: 'save' }
  | { kind: 'copy'; path: string }
  | { kind: 'showLog' };

/** What the editor keeps of a page when its window is reloaded: enough to make it again. */
export interface PreviewState {
  /** `file:` or another URI of the picture. */
  image: string;
  name: string;
  target: Target;
  region?: Box;
  corrections: Record<string, string>;
}
