/** What the page shows, and how messages change it. */
import type { Target } from '../../extension/codegen/generate.ts';
import type { Stage } from '../../extension/engine/component.ts';
import type { ComponentResult } from '../../extension/engine/protocol.ts';
import type { ToPreview } from './messages.ts';
import { furthest } from './stages.ts';

export type ViewState =
  | { kind: 'starting' }
  | { kind: 'askPicture' }
  | { kind: 'askRegion'; picture: Uint8Array; mime: string; name: string }
  | { kind: 'working'; name: string; target: Target; stage?: Stage }
  | { kind: 'failed'; name: string; message: string; wasCancelled: boolean }
  /**
   * A result, and what becomes of it: `update` while another is made in its place, `trouble` where that failed. `target` is
   * the one asked for last.
   */
  | {
      kind: 'result';
      name: string;
      result: ComponentResult;
      target: Target;
      update?: { stage?: Stage };
      trouble?: string;
    };

export function received(state: ViewState, message: Exclude<ToPreview, { kind: 'remember' }>): ViewState {
  switch (message.kind) {
    case 'askPicture':
    case 'askRegion':
      return message;
    case 'working':
      if (state.kind === 'result' && state.name === message.name)
        return { kind: 'result', name: state.name, result: state.result, target: message.target, update: {} };
      return message;
    case 'stage':
      if (state.kind === 'working') return { ...state, stage: furthest(state.stage, message.stage) };
      if (state.kind === 'result' && state.update)
        return { ...state, update: { stage: furthest(state.update.stage, message.stage) } };
      return state;
    case 'result':
      return { kind: 'result', name: message.name, result: message.result, target: message.result.target };
    case 'failed':
      if (state.kind === 'result') {
        const { name, result } = state;
        const trouble = message.wasCancelled ? {} : { trouble: message.message };
        return { kind: 'result', name, result, target: result.target, ...trouble };
      }
      return message;
  }
}
