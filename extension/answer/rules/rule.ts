/** How rules are written: cues that may stand anywhere in a question, and the program that each asks for. */
import { parseSelection } from '../parse-selection.ts';
import type { Program, Selection } from '../program.ts';

/** Pieces that patterns are made of: a word in capitals stands for its pattern. */
const PIECES: Readonly<Record<string, string>> = {
  // The picture as a whole.
  PICTURE:
    '(?:(?:the |this |that |my |a |an )?(?:whole |entire )?(?:picture|image|screenshot|screen|page|app|photo|interface|ui|view|site|website|web page)|this|it|here|there|that)',
  COLOR: '(?:colors?|shades?|hues?|hex(?: code| value| color)?|rgb)(?: code| value| hex)?',
  FONT: '(?:font[ -]?family|font[ -]?face|typeface|fonts?)',
  RELATED:
    '(?:(?:\\w+ )?(?:(?:to|on|at) the )?(?:immediate )?(?:left|right)(?: side| hand side)? of|(?:directly |just |right |immediately )?(?:above|below|under|underneath|beneath|over|next to|beside|near|inside|within|after|before|between))',
  END: '[?.! ]*$',
  // Between what is asked for and what it is asked of.
  BELONG:
    '(?: (?:is|are|does|do|has|have))?(?: (?:used|set|written|drawn|shown))?(?: (?:of|for|in|on|by|inside|within))?',
};

export function pattern(source: string): RegExp {
  return new RegExp(source.replace(/PICTURE|COLOR|FONT|RELATED|END|BELONG/g, (word) => PIECES[word]!));
}

export interface Asked {
  text: string;
  match: RegExpExecArray;
  /** The question without its cue. */
  rest: string;
}

export interface Rule {
  cues: readonly RegExp[];
  /** Undefined where the cue means something else here. */
  make(asked: Asked): Program | undefined;
}

export const rule = (make: Rule['make'], ...sources: string[]): Rule => ({ cues: sources.map(pattern), make });

export const of = (phrase = ''): Selection => parseSelection(phrase);

export const captured = ({ match }: Asked): string => match.groups?.['a'] ?? '';

/** What was captured, else what is left. */
export const subject = (asked: Asked): Selection => of(captured(asked) || asked.rest);
