/** Parts of a Svelte file that hold no template. */
const RAW = /<(script|style)\b[^>]*>[^]*?<\/\1\s*>|<!--[^]*?-->/gi;

/** A Svelte template in which code in braces is letters, so that it can be read as HTML; all stays in its place. */
export function maskBraces(text: string): string {
  let masked = '';
  let at = 0;
  for (const raw of text.matchAll(RAW)) {
    masked += maskTemplate(text.slice(at, raw.index)) + raw[0];
    at = raw.index + raw[0].length;
  }
  return masked + maskTemplate(text.slice(at));
}

function maskTemplate(text: string): string {
  let masked = '';
  let at = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
    const end = closing(text, open);
    masked += text.slice(at, open) + 'x'.repeat(end - open);
    at = end;
  }
  return masked + text.slice(at);
}

/** Behind the brace that closes the one at `open`; braces in strings and comments don't count. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (const token of text
    .slice(open)
    .matchAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|\/\*[^]*?\*\/|[{}]/g)) {
    if (token[0] === '{') depth++;
    if (token[0] === '}' && --depth === 0) return open + token.index + 1;
  }
  return open + 1;
}
