// Photographs sheets of short texts in Chromium, with the truth beside each picture.
//
//   node sheets/main.ts --out data/reader/sheets --from 0 --to 600 [--held-out]
//
// sheet-N.png and sheet-N.json; a sheet that is already there is skipped. reader/pack.py turns them into ink maps.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { base, en, Faker } from '@faker-js/faker';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { fontCatalog, type FontCatalog } from './fonts.ts';
import { iconDrawings } from './icons.ts';
import { itemHtml, makeItems } from './items.ts';
import { Random } from './random.ts';
import { fillPage, PICTURES, placed } from './sheet.ts';
import { sheetFamilies } from './styles.ts';
import { readmeSentences, Texts } from './texts.ts';
import { Words } from './words.ts';

const HERE = import.meta.dirname;
const ITEMS = 420;
/** Device pixels across a sheet. */
const SHEET_WIDTH = 1500;
interface Kit {
  texts: Texts;
  catalog: FontCatalog;
  icons: string[];
}

function loadKit(heldOut: boolean): Kit {
  const charset = readFileSync(path.join(HERE, '../reader/charset.txt'), 'utf8');
  const words = new Words(path.join(HERE, '../data/reader/words.json'));
  const sentences = readmeSentences(path.join(HERE, '../../../node_modules'));
  return {
    texts: new Texts(charset, words, sentences),
    catalog: fontCatalog(heldOut),
    icons: iconDrawings(),
  };
}

async function makeSheet(browser: Browser, kit: Kit, seed: number, file: string): Promise<void> {
  const random = new Random(seed);
  const faker = new Faker({ locale: [en, base], seed });
  const scale = random.weighted([
    [66, 1],
    [6, 1.25],
    [6, 1.5],
    [18, 2],
    [4, 3],
  ]);
  const families = sheetFamilies(random, kit.catalog);
  const items = makeItems(
    Math.round(scale > 1.6 ? ITEMS / 2 : ITEMS),
    random,
    faker,
    kit.texts,
    families,
    scale,
    kit.icons,
    PICTURES,
  );
  const used = new Set(items.flatMap((i) => [i.style.family]));
  const sheets = [...used]
    .flatMap((f) => f.sheets.map((s) => s.url))
    .concat(kit.catalog.symbols.flatMap((f) => f.sheets.filter((s) => s.weight === 400).map((s) => s.url)));
  const page = await browser.newPage({
    viewport: { width: Math.round(SHEET_WIDTH / scale), height: 800 },
    deviceScaleFactor: scale,
  });
  try {
    await page.goto(pathToFileURL(path.join(HERE, 'blank.html')).href);
    await fillPage(
      page,
      sheets,
      items.map((item) => itemHtml(item, random)),
      seed,
    );
    const places = await placed(page, scale);
    await page.screenshot({ path: `${file}.part.png`, fullPage: true });
    const truth = items.map((item, i) => ({
      text: item.runs.map((run) => run.text).join(''),
      bold: item.runs.map((run) => run.bold),
      italic: item.runs.map((run) => run.italic),
      serif: item.style.family.serif ?? null,
      mono: item.style.family.mono,
      family: item.style.family.name,
      size: item.style.size * scale,
      textured: item.style.textured,
      places: places[i],
    }));
    writeFileSync(`${file}.json`, JSON.stringify({ seed, scale, items: truth }));
    renameSync(`${file}.part.png`, `${file}.png`);
  } finally {
    await page.close();
  }
}

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'data/reader/sheets' },
    from: { type: 'string', default: '0' },
    to: { type: 'string', default: '1' },
    'held-out': { type: 'boolean', default: false },
  },
});
mkdirSync(values.out, { recursive: true });
const kit = loadKit(values['held-out']);
const browser = await openBrowser();
try {
  for (let seed = Number(values.from); seed < Number(values.to); seed++) {
    const file = path.join(values.out, `sheet-${seed}`);
    if (existsSync(`${file}.png`)) continue;
    const start = performance.now();
    await makeSheet(browser, kit, seed, file);
    console.log(`sheet ${seed}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
} finally {
  await browser.close();
}
