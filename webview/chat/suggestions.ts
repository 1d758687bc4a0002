/** Questions to start with that fit what was seen. In English, as questions are understood in it. */
import type { Element, ElementClass, Scene } from '../../extension/vision/scene.ts';

/** What a question asks for. */
export type Asking =
  'whole' | 'reading' | 'finding' | 'counting' | 'place' | 'looks' | 'state' | 'tables' | 'difference';

export interface Suggestion {
  asks: Asking;
  question: string;
}

const suggest = (asks: Asking, question: string): Suggestion => ({ asks, question });

/** Fit any picture. */
const WHOLE = suggest('whole', 'What does this show?');
const READING = suggest('reading', 'What text is in it?');
const LOOKS = suggest('looks', 'Which colours does it use?');
const DIFFERENCE = suggest('difference', 'What changed between these two pictures?');
/** Probability from which on an element is asked about: what is in doubt makes a question that isn’t answered. */
const SURE = 0.5;
/** Letters of a name that is asked for, at most; longer ones are sentences. */
const LONGEST_NAME = 24;
const FIELDS: readonly ElementClass[] = ['text-field', 'text-area', 'select'];

/**
 * Questions that pictures answer, the most telling first.
 * @param scenes what is seen in each of them, as far as that is known
 */
export function suggestionsFor(scenes: readonly (Scene | undefined)[]): Suggestion[] {
  const [scene] = scenes;
  if (scenes.length === 2) return [DIFFERENCE, WHOLE, READING, LOOKS];
  return [WHOLE, ...(scene && scenes.length === 1 ? fitting(scene) : []), READING, LOOKS];
}

function fitting(scene: Scene): Suggestion[] {
  const sure = scene.elements.filter(({ confidence }) => confidence >= SURE);
  const ofKind = (...kinds: ElementClass[]) => sure.filter((element) => kinds.includes(element.class));
  const button = ofKind('button')
    .map((element) => ({ element, name: nameOf(scene, element) }))
    .filter(({ name }) => name !== undefined)
    .sort((a, b) => area(b.element) - area(a.element))[0];
  return [
    ...(button ? [suggest('finding', `Where is the “${button.name}” button?`)] : []),
    ...(ofKind('checkbox').length > 1 ? [suggest('state', 'How many checkboxes are checked?')] : []),
    ...(ofKind(...FIELDS).length > 0 ? [suggest('state', 'Which fields are empty?')] : []),
    ...(ofKind('table').length === 1 ? [suggest('tables', 'How many rows does the table have?')] : []),
    ...(ofKind('button').length > 1 ? [suggest('counting', 'How many buttons are there?')] : []),
    ...(button && hasAbove(scene, button.element)
      ? [suggest('place', `What is above the “${button.name}” button?`)]
      : []),
  ];
}

/** Whether a line of text lies above an element, in its column. */
const hasAbove = ({ lines }: Scene, { box }: Element): boolean =>
  lines.some(({ box: { x, y, width, height } }) => y + height <= box.y && x < box.x + box.width && x + width > box.x);

/** What an element of one line says; `undefined` where that is no name. */
function nameOf({ lines }: Scene, { box }: Element): string | undefined {
  const inside = lines.filter((line) => {
    const [x, y] = [line.box.x + line.box.width / 2, line.box.y + line.box.height / 2];
    return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
  });
  const text = inside[0]?.text.trim() ?? '';
  const isName = inside.length === 1 && text.length <= LONGEST_NAME && /^[\p{L}\p{N}][\p{L}\p{N} '’&+-]*$/u.test(text);
  return isName && inside[0]!.confidence >= SURE ? text : undefined;
}

const area = ({ box: { width, height } }: Element): number => width * height;
