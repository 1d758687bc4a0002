/** Begins what holds no template, and what ends it. */
const RAW = /<(script|style)\b|<!--/gi;
/** What code in braces is made of, as far as its end depends on it: braces in strings and comments don't count. */
const TOKEN = /"(?:\\.|[^"\\])*(?:"|$)|'(?:\\.|[^'\\])*(?:'|$)|`(?:\\.|[^`\\])*(?:`|$)|\/\*[^]*?(?:\*\/|$)|[{}]/g;

/**
 * A Svelte template in which code in braces is letters, so that it can be read as HTML; all stays in its place. What follows
 * a brace that isn't closed stays as it is. Goes over the text once.
 */
export function maskBraces(text: string): string {
  const lower = text.toLowerCase();
  let masked = '';
  let at = 0;
  RAW.lastIndex = 0;
  for (let raw = RAW.exec(text); raw; raw = RAW.exec(text)) {
    const closer = raw[1] ? `</${raw[1].toLowerCase()}` : '-->';
    const end = lower.indexOf(closer, raw.index);
    masked += maskTemplate(text.slice(at, raw.index));
    at = end < 0 ? text.length : end + closer.length;
    masked += text.slice(raw.index, at);
    RAW.lastIndex = at;
  }
  return masked + maskTemplate(text.slice(at));
}

function maskTemplate(text: string): string {
  let masked = '';
  let at = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
    const end = closing(text, open);
    if (end < 0) break;
    masked += text.slice(at, open) + 'x'.repeat(end - open);
    at = end;
  }
  return masked + text.slice(at);
}

/** Behind the brace that closes the one at `open`; -1 where none does. */
function closing(text: string, open: number): number {
  let depth = 0;
  TOKEN.lastIndex = open;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    if (token[0] === '{') depth++;
    if (token[0] === '}' && --depth === 0) return TOKEN.lastIndex;
  }
  return -1;
}
