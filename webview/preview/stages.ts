import type { Stage } from '../../extension/engine/component.ts';
import type { PreviewStrings } from './strings.ts';

/** In order, with what each is called and how much of a usual run it takes: parts of one. */
const STAGES: { stage: Stage; name: keyof PreviewStrings; share: number }[] = [
  { stage: 'decode', name: 'stageDecode', share: 0.04 },
  { stage: 'detect', name: 'stageDetect', share: 0.16 },
  { stage: 'read', name: 'stageRead', share: 0.18 },
  { stage: 'measure', name: 'stageMeasure', share: 0.12 },
  { stage: 'layout', name: 'stageLayout', share: 0.04 },
  { stage: 'generate', name: 'stageGenerate', share: 0.06 },
  { stage: 'verify', name: 'stageVerify', share: 0.4 },
];

export interface StageStep {
  name: keyof PreviewStrings;
  state: 'done' | 'running' | 'waiting';
}

/** The further one of two stages: what has been done stays done. */
export function furthest(before: Stage | undefined, now: Stage): Stage {
  const place = (stage: Stage | undefined) => STAGES.findIndex((each) => each.stage === stage);
  return before !== undefined && place(before) > place(now) ? before : now;
}

/** How far a run is whose last word was `stage`: its steps, and the share that is done, 0 to 1. */
export function stepsAt(stage: Stage | undefined): { steps: StageStep[]; done: number; running: keyof PreviewStrings } {
  const at = Math.max(
    0,
    STAGES.findIndex((each) => each.stage === stage),
  );
  const steps = STAGES.map(({ name }, i): StageStep => ({
    name,
    state: i < at ? 'done' : i === at ? 'running' : 'waiting',
  }));
  const done = STAGES.slice(0, at).reduce((sum, { share }) => sum + share, 0);
  return { steps, done, running: STAGES[at]!.name };
}
