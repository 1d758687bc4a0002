/** Where one question ends and the next begins: after a question mark, or at `and` before a word that asks. */
const BETWEEN =
  /\?+\s+|,?\s+and (?=(?:also )?(?:how|what|where|which|who|(?:is|are) (?:there|it|they)|does|list|read|count)\b)/i;
/** Questions of one message that are answered. */
const MOST_QUESTIONS = 5;

/** The questions of a message, one at least. What stands in quotation marks is never cut. */
export function questionsIn(message: string): string[] {
  if (/["“”«»„]/.test(message)) return [message];
  const parts = message
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length ? parts.slice(0, MOST_QUESTIONS) : [message];
}
