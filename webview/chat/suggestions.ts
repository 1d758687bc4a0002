/** Questions to start with that fit what was seen. In English, as questions are understood in it. */
import type { Element, ElementClass, Scene } from '../../extension/vision/scene.ts';

/** Fit any picture. */
export const ALWAYS = ['What does this show?', 'What text is in it?', 'Which colours does it use?'];
const OF_TWO = ['What changed between these two pictures?'];
/** Questions offered at most. */
const MOST = 6;
/** Probability from which on an element is asked about: what is in doubt makes a question that isn’t answered. */
const SURE = 0.5;
/** Letters of a name that is asked for, at most; longer ones are sentences. */
const LONGEST_NAME = 24;
const FIELDS: readonly ElementClass[] = ['text-field', 'text-area', 'select'];

/**
 * Questions that pictures answer, the most telling first.
 * @param scenes what is seen in each of them, as far as that is known
 */
export function suggestionsFor(scenes: readonly (Scene | undefined)[]): string[] {
  const [what, ...rest] = ALWAYS;
  const [scene] = scenes;
  if (scenes.length === 2) return [...OF_TWO, ...ALWAYS];
  return [what!, ...(scene && scenes.length === 1 ? fitting(scene) : []), ...rest].slice(0, MOST);
}

function fitting(scene: Scene): string[] {
  const sure = scene.elements.filter(({ confidence }) => confidence >= SURE);
  const ofKind = (...kinds: ElementClass[]) => sure.filter((element) => kinds.includes(element.class));
  const button = ofKind('button')
    .map((element) => ({ element, name: nameOf(scene, element) }))
    .filter(({ name }) => name !== undefined)
    .sort((a, b) => area(b.element) - area(a.element))[0];
  return [
    ...(button ? [`Where is the “${button.name}” button?`] : []),
    ...(ofKind('checkbox').length > 1 ? ['How many checkboxes are checked?'] : []),
    ...(ofKind(...FIELDS).length > 0 ? ['Which fields are empty?'] : []),
    ...(ofKind('table').length === 1 ? ['How many rows does the table have?'] : []),
    ...(ofKind('button').length > 1 ? ['How many buttons are there?'] : []),
  ];
}

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
