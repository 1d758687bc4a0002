/** How questions are put, and what each way asks for. */
import type { Program } from './program.ts';
import { COUNT } from './rules/count.ts';
import { LOOK } from './rules/look.ts';
import { COMPARE, PLACE } from './rules/place.ts';
import { READ } from './rules/read.ts';
import type { Rule } from './rules/rule.ts';
import { STATE } from './rules/state.ts';
import { UNTOLD } from './rules/untold.ts';
import { WHOLE } from './rules/whole.ts';

/** In order: the first that fits is meant. */
const RULES: readonly Rule[] = [...UNTOLD, ...WHOLE, ...COUNT, ...COMPARE, ...LOOK, ...STATE, ...PLACE, ...READ];

/** The program that a question in plain wording asks for; undefined where no cue is known. */
export function byRule(text: string): Program | undefined {
  for (const { cues, make } of RULES)
    for (const cue of cues) {
      const match = cue.exec(text);
      if (!match) continue;
      const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
        .replace(/\s+/g, ' ')
        .trim();
      const program = make({ text, match, rest });
      if (program) return program;
    }
  return undefined;
}
