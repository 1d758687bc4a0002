import type { Ask, AskingPage } from './ask.ts';
import { counting } from './counting.ts';
import { finding } from './finding.ts';
import { followUp } from './follow-up.ts';
import { forms } from './forms.ts';
import { look } from './look.ts';
import { place } from './place.ts';
import { reading } from './reading.ts';
import { state } from './state.ts';
import { told } from './told.ts';
import { unanswerable } from './unanswerable.ts';
import { whole } from './whole.ts';

/** Everything that can be asked of a page. */
export function asksOf(page: AskingPage): Ask[] {
  return [reading, finding, counting, place, look, state, forms, whole, followUp, told, unanswerable].flatMap((asker) =>
    asker(page),
  );
}
