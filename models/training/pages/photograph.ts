import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, CDPSession, Page } from 'playwright-core';
import sharp from 'sharp';
import type { ComposedPage } from './compose.ts';
import { Random } from './random.ts';
import { readTruth } from './truth.ts';
import type { PageTruth } from './truth.ts';

/** Taller pages are cut here: training takes crops anyway. CSS pixels. */
const MAX_HEIGHT = 1900;
const MIN_HEIGHT = 320;
/** Share of pages that are photographed at a higher density and scaled down, as screenshots of dense displays are. */
const DENSE_SHARE = 0.15;
const LOAD_TIMEOUT_MS = 8000;
/** A browser that has drawn this many pages is started anew: its memory grows. */
const PAGES_PER_BROWSER = 300;

/** Faces that stand in for the classic ones while training; Liberation and DejaVu are kept for evaluation. */
const STAND_INS: Record<string, string[]> = {
  Arial: ['Nimbus Sans', 'FreeSans', 'TeX Gyre Heros'],
  'Times New Roman': ['Nimbus Roman', 'FreeSerif', 'TeX Gyre Termes'],
  'Courier New': ['Nimbus Mono PS', 'FreeMono', 'TeX Gyre Cursor'],
  Georgia: ['C059', 'TeX Gyre Schola', 'TeX Gyre Bonum'],
  Verdana: ['URW Gothic', 'TeX Gyre Adventor', 'FreeSans'],
};
const SAME = { Helvetica: 'Arial', Tahoma: 'Verdana', 'sans-serif': 'Arial', serif: 'Times New Roman', monospace: 'Courier New', 'system-ui': 'Arial' };

export interface Camera {
  photograph(page: ComposedPage, seed: number): Promise<{ png: Buffer; truth: PageTruth }>;
  close(): Promise<void>;
}

/** A browser that sees only the set's fonts; it photographs whole pages from `origin`, at CSS scale. */
export async function openCamera(origin: string, set: 'training' | 'evaluation'): Promise<Camera> {
  let count = 0;
  let browser: Browser | undefined;
  const pages = new Map<number, { page: Page; session: CDPSession }>();
  const open = async (seed: number, density: number): Promise<{ page: Page; session: CDPSession }> => {
    if (!browser || count++ % PAGES_PER_BROWSER === 0) {
      await browser?.close();
      pages.clear();
      browser = await launch(set === 'training' ? trainingFonts(seed) : evaluationFonts());
    }
    let opened = pages.get(density);
    if (!opened) {
      const context = await browser.newContext({ deviceScaleFactor: density });
      const page = await context.newPage();
      page.setDefaultTimeout(LOAD_TIMEOUT_MS);
      await page.goto(origin);
      opened = { page, session: await context.newCDPSession(page) };
      pages.set(density, opened);
    }
    return opened;
  };
  return {
    async photograph({ html, width }, seed) {
      const random = new Random(seed + 104729);
      const density = random.chance(DENSE_SHARE) ? random.pick([1.5, 2]) : 1;
      const { page, session } = await open(seed, density);
      await page.setViewportSize({ width, height: 900 });
      await page.setContent(html, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const full = await page.evaluate(() => Math.max(document.body.scrollHeight, document.documentElement.scrollHeight));
      await page.setViewportSize({ width, height: Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, full)) });
      const truth = await readTruth(page, session);
      const png = await page.screenshot();
      if (density === 1) return { png, truth };
      const kernel = random.pick(['lanczos3', 'cubic', 'mitchell'] as const);
      return { png: await sharp(png).resize(truth.width, truth.height, { kernel, fit: 'fill' }).png({ compressionLevel: 3 }).toBuffer(), truth };
    },
    async close() {
      await browser?.close();
    },
  };
}

async function launch(fonts: string): Promise<Browser> {
  const file = join(mkdtempSync(join(tmpdir(), 'fonts-')), 'fonts.conf');
  writeFileSync(file, fonts);
  const args = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--hide-scrollbars', '--disable-lcd-text'];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args, env: { ...process.env, FONTCONFIG_FILE: file } });
}

/** fontconfig rules without the kept-apart faces, with one stand-in drawn for each classic face. */
function trainingFonts(seed: number): string {
  const random = new Random(seed + 31);
  const chosen = new Map(Object.entries(STAND_INS).map(([family, faces]) => [family, random.pick(faces)]));
  const aliases = [...chosen, ...Object.entries(SAME).map(([family, like]) => [family, chosen.get(like) ?? 'FreeSans'] as const)];
  const rules = aliases.map(([family, face]) => `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="assign" binding="strong"><string>${face}</string></edit></match>`);
  return fontsConf(['/usr/share/fonts/opentype/urw-base35', '/usr/share/fonts/truetype/freefont', '/usr/share/texmf/fonts/opentype'], rules.join(''));
}

function evaluationFonts(): string {
  const likes = { Arial: 'Liberation Sans', Helvetica: 'Liberation Sans', 'Times New Roman': 'Liberation Serif', serif: 'Liberation Serif', 'sans-serif': 'DejaVu Sans', Verdana: 'DejaVu Sans', Georgia: 'DejaVu Serif', monospace: 'Liberation Mono', 'system-ui': 'Liberation Sans' };
  const rules = Object.entries(likes).map(([family, face]) => `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="assign" binding="strong"><string>${face}</string></edit></match>`);
  return fontsConf(['/usr/share/fonts/truetype/liberation', '/usr/share/fonts/truetype/dejavu'], rules.join(''));
}

function fontsConf(folders: string[], rules: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((folder) => `<dir>${folder}</dir>`).join('')}${rules}<cachedir prefix="xdg">fontconfig</cachedir></fontconfig>`;
}
