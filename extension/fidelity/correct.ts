import type { BoxNode, Design } from '../layout/design.ts';
import { findEdits } from './find-edits.ts';
import { meanDrift, measureDrifts, spreadUnder } from './drift.ts';
import type { Drifts } from './drift.ts';
import { applyEdits, nodesById, placeOf } from './edits.ts';
import type { Edit } from './edits.ts';
import type { Layout, PageFiles, Renderer } from './render.ts';

/** Rounds of correction: text settles in the first, what follows it in the second, what is left in the third. */
const MOST_PASSES = 3;
/** A place whose edit did it no good gets one more chance: what is around it may have settled by then. */
const MOST_FAILURES = 2;
/** CSS px of mean drift that a pass must gain to be kept. */
const LEAST_GAIN = 0.01;

/** Files of a Design's marked page, to be laid out. */
export type MakePage = (design: Design) => Promise<{ files: PageFiles; entry: string }>;

export interface Corrected {
  design: Design;
  layout: Layout;
  /** CSS px that things are off on average, before and after. */
  drift: { before: number; after: number };
  /** Passes that improved something. */
  passes: number;
}

interface Attempt {
  design: Design;
  layout: Layout;
  drifts: Drifts;
  drift: number;
}

async function attempt(design: Design, renderer: Renderer, makePage: MakePage): Promise<Attempt> {
  const { files, entry } = await makePage(design);
  const layout = await renderer.layOut(files, entry);
  const drifts = measureDrifts(design, layout);
  return { design, layout, drifts, drift: meanDrift(design, drifts) };
}

/** Edits that did no good: their place asks for as much or more than before, or what is around it fell apart. */
function failedPlaces(edits: readonly Edit[], before: Attempt, after: Attempt): Set<string> {
  const asks = new Map(findEdits(after.design, after.layout).map((edit) => [placeOf(edit), Math.abs(edit.by)]));
  const parents = parentsById(before.design);
  const nodes = nodesById(before.design);
  const failed = edits.filter((edit) => {
    if ((asks.get(placeOf(edit)) ?? 0) >= Math.abs(edit.by)) return true;
    const around = parents.get(edit.node) ?? nodes.get(edit.node)!;
    return spreadUnder(around, after.drifts) > spreadUnder(around, before.drifts) + LEAST_GAIN;
  });
  return new Set(failed.map(placeOf));
}

/** The box around each node. */
function parentsById(design: Design): Map<string, BoxNode> {
  const parents = new Map<string, BoxNode>();
  const visit = (box: BoxNode): void => {
    for (const child of box.children) {
      parents.set(child.id, box);
      if (child.kind === 'box') visit(child);
    }
  };
  visit(design.root);
  return parents;
}

const overflowOf = (layout: Layout) => layout.narrow?.overflow ?? 0;

/**
 * Renders a Design, compares where everything landed with the screenshot, and corrects the numbers where a drift begins, in a
 * few passes. A pass is kept only if things are less far off on average and a phone's width still holds the page; from one
 * that isn't, the edits that did no good are struck out and the rest is tried again. Throws what rendering throws.
 */
export async function correct(
  design: Design,
  renderer: Renderer,
  makePage: MakePage,
  signal?: AbortSignal,
): Promise<Corrected> {
  let best = await attempt(design, renderer, makePage);
  const before = best.drift;
  const failures = new Map<string, number>();
  let passes = 0;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    signal?.throwIfAborted();
    const edits = findEdits(best.design, best.layout).filter(
      (edit) => (failures.get(placeOf(edit)) ?? 0) < MOST_FAILURES,
    );
    if (!edits.length) break;
    const next = await attempt(applyEdits(best.design, edits), renderer, makePage);
    const failed = failedPlaces(edits, best, next);
    const isBetter = next.drift <= best.drift - LEAST_GAIN && overflowOf(next.layout) <= overflowOf(best.layout);
    for (const place of failed) failures.set(place, isBetter ? (failures.get(place) ?? 0) + 1 : MOST_FAILURES);
    if (isBetter) {
      best = next;
      passes++;
    } else if (!failed.size) break;
  }
  return { design: best.design, layout: best.layout, drift: { before, after: best.drift }, passes };
}
