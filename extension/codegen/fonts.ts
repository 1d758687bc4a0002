/** Font stacks: a family as CSS should ask for it. */
import fonts from '../vision/fonts.json' with { type: 'json' };

const GENERIC = new Set(['sans-serif', 'serif', 'monospace', 'cursive', 'fantasy', 'system-ui']);
const FALLBACKS = new Map(fonts.families.map((family) => [family.name, family.fallbacks]));

/** `Times New Roman` to `'Times New Roman', Times, serif`. */
export function fontStack(family: string): string {
  if (GENERIC.has(family)) return family;
  const name = family.replace(/[^\p{L}\p{N} _-]/gu, '');
  const quoted = /^[A-Za-z][A-Za-z0-9-]*$/.test(name) ? name : `'${name}'`;
  return `${quoted}, ${FALLBACKS.get(family) ?? 'sans-serif'}`;
}

export function isMonospace(family: string): boolean {
  return /mono|courier|code|consol|menlo/i.test(family);
}
