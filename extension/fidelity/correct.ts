import type { Design } from '../layout/design.ts';
import { findEdits } from './find-edits.ts';
import { meanDrift, measureDrifts } from './drift.ts';
import { applyEdits, placeOf } from './edits.ts';
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
  drift: number;
}

async function attempt(design: Design, renderer: Renderer, makePage: MakePage): Promise<Attempt> {
  const { files, entry } = await makePage(design);
  const layout = await renderer.layOut(files, entry);
  return { design, layout, drift: meanDrift(design, measureDrifts(design, layout)) };
}

/** Edits that did no good: their place asks for as much or more than before. */
function failedPlaces(before: readonly Edit[], after: readonly Edit[]): Set<string> {
  const left = new Map(after.map((edit) => [placeOf(edit), Math.abs(edit.by)]));
  return new Set(before.filter((edit) => (left.get(placeOf(edit)) ?? 0) >= Math.abs(edit.by)).map(placeOf));
}

const overflowOf = (layout: Layout) => layout.narrow?.overflow ?? 0;

/**
 * Renders a Design, compares where everything landed with the screenshot, and corrects the numbers where a drift begins, in a
 * few passes. A pass is kept only if things are less far off on average and a phone's width still holds the page; an edit
 * that did its place no good isn't tried a third time. Throws what rendering throws.
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
    const failed = failedPlaces(edits, findEdits(next.design, next.layout));
    for (const place of failed) failures.set(place, (failures.get(place) ?? 0) + 1);
    if (next.drift <= best.drift - LEAST_GAIN && overflowOf(next.layout) <= overflowOf(best.layout)) {
      best = next;
      passes++;
    } else if (!failed.size) break;
  }
  return { design: best.design, layout: best.layout, drift: { before, after: best.drift }, passes };
}
