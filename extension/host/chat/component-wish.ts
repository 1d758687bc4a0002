/** `make it a component`: what is no question, but something to do with a picture. */

/** What a component is wanted of: all of a picture, what the last answer was about, or something by its name. */
export type ComponentWish = { of: 'picture' } | { of: 'it' } | { of: 'named'; name: string };

const MANNERS =
  /^(?:(?:please|now|and|then|ok|okay|so|can you|could you|would you|will you|i want you to|i want to|let's|i'd like you to)[, ]+)*/;
const COMPONENT =
  '(?:(?:a|an|the|some|into|to|as|my|your|its)\\s+)*(?:react |html |tailwind |jsx |tsx |web |ui |reusable |new )*(?:component|code|jsx|tsx|html)';
const VERB = '(?:make|turn|convert|change|transform|create|build|generate|write|give me|get me|export|code)';
/** `turn the card into a component`, `make it a component`. */
const SUBJECT_FIRST = new RegExp(`^${VERB}(?: me)? (?<of>.+?) (?:(?:in)?to |as |be(?:come)? )?${COMPONENT}$`);
/** `make a component of the card`, `create a component`. */
const COMPONENT_FIRST = new RegExp(`^${VERB}(?: me)? ${COMPONENT}(?: (?:of|from|for|out of|with) (?<of>.+))?$`);
const WHOLE =
  /^(?:(?:the|this|that|my|whole|entire|full|all of) )*(?:picture|image|screenshot|screen|page|all|everything|whole thing|app|ui|interface)$/;
const PRONOUN =
  /^(?:it|this|that|them|these|those|this one|that one|this part|that part|the (?:region|part|selection))$/;

/** The wish that a text states; `undefined` for a question. */
export function componentWish(text: string): ComponentWish | undefined {
  const plain = text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?\s]+$/, '')
    .replace(/,? (?:please|for me|thanks)$/, '')
    .replace(MANNERS, '');
  const match = COMPONENT_FIRST.exec(plain) ?? SUBJECT_FIRST.exec(plain);
  if (!match) return undefined;
  const of = match.groups?.['of'];
  if (of === undefined || WHOLE.test(of)) return { of: 'picture' };
  return PRONOUN.test(of) ? { of: 'it' } : { of: 'named', name: of };
}
