/** A program in plain words, as the steps that are taken. */
import { quoted } from './plain.ts';
import type { Program, Selection } from './program.ts';

/** One thing that is done, and with what: `select`, `checkbox`. */
export interface Step {
  verb: string;
  /** Empty where the verb says it all. */
  what: string;
}

const step = (verb: string, what = ''): Step => ({ verb, what });

/** The steps of a program, in the order in which they are taken. */
export function stepsOf(program: Program): Step[] {
  switch (program.op) {
    case 'describe':
      return [step('describe', 'all of it')];
    case 'read-all':
      return [step('read', 'all text')];
    case 'palette':
      return [step('measure', 'main colours')];
    case 'dark':
      return [step('measure', 'background'), step('compare', program.is ? 'is it dark' : 'is it light')];
    case 'picture-size':
      return [step('measure', 'size of the picture')];
    case 'count-words':
      return [...selecting(program.of), step('count', 'words')];
    case 'read':
    case 'find':
    case 'count':
    case 'list':
      return [...selecting(program.of), step(program.op)];
    case 'exists':
      return [...selecting(program.of), step('tell', 'whether there is one')];
    case 'size':
      return [...selecting(program.of), step('measure', 'width and height')];
    case 'name':
      return [...selecting(program.of), step('name')];
    case 'count-unread':
      return [step('select', 'message'), step('filter', 'unread'), step('count')];
    case 'extreme-price':
      return [
        step('select', program.noun || 'price'),
        step('compare', 'price'),
        step('pick', program.which === 'most' ? 'highest' : 'lowest'),
      ];
    case 'count-having':
      return [step('select', program.noun), step('filter', `has ${quoted(program.what, 60)}`), step('count')];
    case 'tell':
      return [...selecting(program.of), step('look up')];
    case 'length':
      return [...selecting(program.of), step('measure', program.side)];
    case 'color':
      return [...selecting(program.of), step('measure', `${program.part} colour`)];
    case 'is-color':
      return [...selecting(program.of), step('measure', 'colour'), step('compare', `is it ${program.color}`)];
    case 'font':
      return [...selecting(program.of), step('measure', program.aspect === 'all' ? 'font' : `font ${program.aspect}`)];
    case 'state':
      return [...selecting(program.of), step('tell', `whether it is ${stateWords(program.state)}`)];
    case 'lookup':
      return [...selecting(program.of), step('look up', [program.what, typeWords(program)].filter(Boolean).join(', '))];
    case 'grid':
      return [step('select', 'table'), step('count', program.part)];
    case 'differences':
      return [step('compare', 'all of both')];
    case 'distance':
      return [...selecting(program.a), ...selecting(program.b), step('measure', 'distance')];
    case 'gaps':
      return [...selecting(program.of), step('measure', 'gaps')];
    case 'padding':
      return [...selecting(program.of), step('measure', 'padding')];
    case 'per-row':
      return [...selecting(program.of), step('count', 'in a row')];
    case 'contrast':
      return [...selecting(program.of), step('measure', 'contrast')];
    case 'low-contrast':
      return [step('measure', 'contrast of all text'), step('filter', 'low')];
    case 'small-text':
      return [step('measure', 'size of all text'), step('filter', 'small')];
    case 'row':
      return [step('select', 'table'), step('pick', rowWords(program)), step('read')];
    case 'column':
      return [step('select', 'table'), step('pick', `column ${quoted(program.name, 60)}`), step('read')];
    case 'columns':
      return [step('select', 'table'), step('list', 'columns')];
    case 'sorted':
      return [step('select', 'table'), step('compare', 'order of each column')];
    case 'extreme':
      return [
        step('select', 'table'),
        step('compare', program.column || 'figures'),
        step('pick', program.which === 'most' ? 'greatest' : 'least'),
      ];
    case 'total':
      return [step('select', 'table'), step(program.how === 'sum' ? 'add' : 'average', program.column)];
    case 'which-has':
      return [step('select', program.noun), step('filter', `has ${quoted(program.what, 60)}`)];
    case 'compare-place':
      return [
        ...selecting(program.a),
        ...selecting(program.b),
        step('compare', `is the first ${program.relation} the second`),
      ];
    case 'is-screen':
      return [step('describe', 'all of it'), step('compare', `is it a ${quoted(program.what, 60)}`)];
    case 'decline':
      return [step(program.why === 'unclear' ? 'not understood' : 'nothing in a picture tells it')];
  }
}

const rowWords = ({ ordinal, name }: Extract<Program, { op: 'row' }>): string =>
  ordinal === undefined ? `row ${quoted(name, 60)}` : `${placeWords(ordinal).replace(/ one$/, '')} row`;

const typeWords = ({ type }: Extract<Program, { op: 'lookup' }>): string => (type === 'any' ? '' : `as ${type}`);

const stateWords = ({ name, is }: NonNullable<Selection['state']>): string => (is ? name : `not ${name}`);

/** From all of one kind to those that are meant. */
function selecting(selection: Selection): Step[] {
  const { state, color, side, relation, ordinal, extreme } = selection;
  const filters = [state && stateWords(state), color, side && `at the ${side}`].filter((word) => word !== undefined);
  return [
    step('select', kindWords(selection)),
    ...filters.map((filter) => step('filter', filter)),
    ...(relation ? [step('relate', relationWords(relation))] : []),
    ...(extreme ? [step('pick', `the ${extreme} one`)] : []),
    ...(ordinal ? [step('pick', placeWords(ordinal))] : []),
  ];
}

function kindWords({ it, noun, name }: Selection): string {
  if (it) return 'what the last answer was about';
  return [noun || (name ? '' : 'anything'), name && quoted(name, 60)].filter(Boolean).join(' ');
}

const relationWords = ({ kind, to, and }: NonNullable<Selection['relation']>): string =>
  `${kind} ${phraseOf(to)}${and ? ` and ${phraseOf(and)}` : ''}`;

/** All of a selection in one line. */
function phraseOf(selection: Selection): string {
  return selecting(selection)
    .map(({ what }) => what)
    .join(', ');
}

const ENDINGS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' };
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

function placeWords(ordinal: number): string {
  if (ordinal === -1) return 'the last one';
  const number = Math.abs(ordinal);
  const place = `${number}${ENDINGS[ordinals.select(number)] ?? 'th'}`;
  return ordinal < 0 ? `the ${place} from the end` : `the ${place} one`;
}
