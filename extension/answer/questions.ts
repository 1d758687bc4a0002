import { asks } from './clauses.ts';

/** Where one question ends and the next begins: after a question mark, or at `and` before a word that asks. */
const BETWEEN =
  /\?+\s+|,?\s+and (?=(?:also )?(?:how|what|where|which|who|(?:is|are) (?:there|it|they)|does|list|read|count)\b)/i;
/** Asks nothing without what comes before. */
const LEFT_OPEN =
  /^(?:(?:in|of|on|at|to|for|by|from) )?(?:what|which|where|whose|y\/n|yes or no|true or false)[?.!]*$/i;
/** Said after a question, about asking it. */
const SAID_ABOUT_ASKING = /^(?:i|we|please|thanks|thank|just|it|this|that|my|the|for)\b/i;
/** Questions of one message that are answered. */
const MOST_QUESTIONS = 5;

/** The questions of a message, one at least. What stands in quotation marks is never cut. */
export function questionsIn(message: string): string[] {
  if (/["“”«»„]/.test(message)) return [message];
  const all = message
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter(Boolean);
  // `… isn't it? In what?` is one question, and `I need to know` none.
  const whole = all.reduce<string[]>(
    (parts, part) =>
      parts.length && LEFT_OPEN.test(part) ? [...parts.slice(0, -1), `${parts.at(-1)!}, ${part}`] : [...parts, part],
    [],
  );
  const asking = whole.filter((part, i) => i === 0 || asks(part.toLowerCase()) || !SAID_ABOUT_ASKING.test(part));
  return asking.length ? asking.slice(0, MOST_QUESTIONS) : [message];
}
