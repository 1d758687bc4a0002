import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.join(import.meta.dirname, 'RESULTS.md');
/** The parts of the file, by the heading that each begins with. */
const PARTS = ['# Results', '# Questions'] as const;

/** Writes one part of bench/RESULTS.md and leaves the other as it is. */
export function saveResults(part: (typeof PARTS)[number], text: string): void {
  const known = readFileSync(FILE, 'utf8').split(/^(?=# )/m);
  const parts = PARTS.map((name) => (name === part ? text : (known.find((old) => old.startsWith(name)) ?? '')));
  writeFileSync(FILE, `${parts.map((one) => one.trim()).join('\n\n')}\n`);
}
