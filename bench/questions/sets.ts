import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { appPages } from './apps/draw-app.ts';

/** Questions for making the answers better, and those that are only measured on. */
export type SetName = 'building' | 'measuring';

const ROOT = path.join(import.meta.dirname, '../..');
/** Its packages are installed on their own: see models/training/README.md. */
const TRAINING = path.join(ROOT, 'models/training');

/** A page that can be drawn: its HTML, or the address of its file. */
export interface PageSource {
  /** `SET/ID`. */
  name: string;
  /** Of the viewport, CSS pixels. */
  width: number;
  html?: string;
  file?: string;
}

/** Neither the detector's training nor its evaluation has drawn pages from here on. */
const FIRST_SEED = 700_000;
const FAMILIES: Record<SetName, { folder: string; module: string; compose: string; pages: number }> = {
  building: { folder: 'composed', module: 'pages/compose.ts', compose: 'composePage', pages: 60 },
  measuring: { folder: 'evaluation', module: 'pages/evaluation.ts', compose: 'evaluationPage', pages: 250 },
};

const APPS: Record<SetName, number> = { building: 45, measuring: 72 };

/** The drawn pages of a set; those of the other set are made with other style sheets, icons and faces. */
export async function drawnPages(set: SetName): Promise<PageSource[]> {
  const { folder, module, compose, pages } = FAMILIES[set];
  // Named at run time: type checking does without that folder's packages.
  const made = (await import(pathToFileURL(path.join(TRAINING, module)).href)) as Record<
    string,
    (seed: number) => { html: string; width: number }
  >;
  const drawn = Array.from({ length: pages }, (_, i) => {
    const name = `${folder}/${String(i).padStart(4, '0')}`;
    return { name, ...made[compose]!(FIRST_SEED + i) };
  });
  const all = [...drawn, ...appPages(set, APPS[set])];
  return set === 'building' ? [...all, ...fixedPages('fixtures', 'test/truth/pages')] : all;
}

/** Pages whose HTML lies in the repository. */
export function fixedPages(folder: 'fixtures' | 'samples', where = 'media/samples/src'): PageSource[] {
  return readdirSync(path.join(ROOT, where))
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ name: `${folder}/${name.slice(0, -5)}`, width: 1280, file: path.join(ROOT, where, name) }));
}

/** File of a style sheet or a face that a drawn page asks for. */
export function assetOf(pathname: string): string {
  return path.join(TRAINING, 'node_modules', path.normalize(pathname));
}

/** Which set a page of the shared bench is in: half and half, by its name. */
export function setOf(name: string): SetName {
  return createHash('sha256').update(name).digest()[0]! % 2 ? 'measuring' : 'building';
}
