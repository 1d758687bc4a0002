import { Random } from '../random.ts';
import type { PageSource, SetName } from '../sets.ts';
import { APP_PAGES } from './pages.ts';
import { themeSheet } from './theme.ts';
import { APP_WORDS } from './words.ts';

/** Spreads the sets' and pages' seeds. */
const SPREAD = 7919;

/** Pages of applications, `count` of them, of all kinds in turn. */
export function appPages(set: SetName, count: number): PageSource[] {
  const kinds = Object.entries(APP_PAGES);
  return Array.from({ length: count }, (_, i) => {
    const [kind, draw] = kinds[i % kinds.length]!;
    const random = new Random(SPREAD * (i + 1) + (set === 'building' ? 0 : 1));
    const sheet = themeSheet(set, random);
    const { body, told } = draw({ set, random, words: APP_WORDS[set] });
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${kind}</title><style>${sheet}</style></head><body>${body}<script type="application/json" id="told">${JSON.stringify(told)}</script></body></html>`;
    const width = random.pick([1024, 1280, 1280, 1366]);
    return { name: `apps-${set}/${kind}-${i}`, width, html };
  });
}
