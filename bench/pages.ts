import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A frozen page: its screenshot and what the page really held. */
export interface BenchPage {
  id: string;
  /** Folder name: the kind of page. */
  kind: string;
  png: string;
  json: string;
  texts: string[];
}

/** All `ID.png` with an `ID.json` beside it. Throws where a folder has none. */
export function readPages(folder: string): BenchPage[] {
  const kind = path.basename(path.resolve(folder));
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const json = path.resolve(folder, name);
      const truth = JSON.parse(readFileSync(json, 'utf8')) as { blocks: { text: string }[] };
      const texts = truth.blocks.map((block) => block.text);
      return { id: name.slice(0, -5), kind, png: json.replace(/json$/, 'png'), json, texts };
    });
  if (!pages.length) throw new Error(`${folder}: no pages; a page is ID.png with ID.json beside it`);
  return pages;
}
