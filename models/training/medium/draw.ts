import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { MEDIA } from '../../../extension/vision/scene.ts';
import { Icons } from '../pages/icons.ts';
import { Random } from '../pages/random.ts';
import { documentHtml } from './documents.ts';
import { drawingSvg } from './drawings.ts';

/**
 * Draws pictures of known kind into `data/medium/<medium>`: interfaces (whole pages of `data/pages`, which must be there, and cuts
 * of them), documents, icons and drawings. Charts and photographs come from `raster.py`. The same seed draws the same pictures.
 */
const OUT = join(import.meta.dirname, '../data/medium');
const PAGES = join(import.meta.dirname, '../data/pages');
const EACH = 60;
const PAPERS = ['#fff', '#fff', '#f3f4f6', '#0f172a', '#fde68a'];
const INKS = ['#111827', '#2563eb', '#dc2626', '#059669', '#6b7280'];
/** Cuts of pages that show less than this (bits a pixel) are empty ground. */
const LEAST_ENTROPY = 0.4;

async function main(): Promise<void> {
  for (const medium of MEDIA) mkdirSync(join(OUT, medium), { recursive: true });
  const random = new Random(1);
  await cutPages(random);
  await drawIcons(random);
  await drawDrawings(random);
  await photographDocuments(random);
}

async function cutPages(random: Random): Promise<void> {
  const pages = random.shuffle(readdirSync(PAGES).filter((name) => name.endsWith('.png')).sort());
  for (const name of pages.slice(0, EACH / 2)) copyFileSync(join(PAGES, name), join(OUT, 'interface', name));
  let made = 0;
  for (const name of pages.slice(EACH / 2)) {
    const page = sharp(join(PAGES, name));
    const { width, height } = await page.metadata();
    const size = { width: Math.min(width, random.int(200, 900)), height: Math.min(height, random.int(120, 640)) };
    const cut = page.extract({ left: random.int(0, width - size.width), top: random.int(0, height - size.height), ...size });
    const png = await cut.png().toBuffer();
    if ((await sharp(png).stats()).entropy < LEAST_ENTROPY) continue;
    writeFileSync(join(OUT, 'interface', `cut-${made}.png`), png);
    if (++made === EACH) return;
  }
}

async function drawIcons(random: Random): Promise<void> {
  for (let k = 0; k < EACH; k++) {
    const size = random.pick([16, 20, 24, 32, 48, 64, 96, 128, 256, 512]);
    const paper = random.pick(PAPERS);
    const ink = paper === '#0f172a' ? '#f9fafb' : random.pick(INKS);
    const svg = new Icons(random).svg(size);
    const margin = random.chance(0.4) ? Math.round(size * random.real(0.05, 0.3)) : 0;
    const tile = random.chance(0.3) ? random.pick(INKS.slice(1)) : undefined;
    const picture = sharp(Buffer.from(standingAlone(svg, tile ? '#fff' : ink)), { density: 144 })
      .resize(size, size, { fit: 'contain', background: '#00000000' })
      .extend({ top: margin, bottom: margin, left: margin, right: margin, background: '#00000000' });
    // On white it is left see-through, as icons mostly are.
    const ground = tile ?? (paper === '#fff' ? undefined : paper);
    const icon = ground ? picture.flatten({ background: ground }) : picture;
    writeFileSync(join(OUT, 'icon', `${k}.png`), await icon.png().toBuffer());
  }
}

/** What was made to stand in a page, as a file. */
function standingAlone(svg: string, color: string): string {
  const colored = svg.replaceAll('currentColor', color);
  return colored.includes('xmlns=') ? colored : colored.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
}

async function drawDrawings(random: Random): Promise<void> {
  for (let k = 0; k < EACH; k++) {
    const picture = sharp(Buffer.from(drawingSvg(random)));
    const encoded = random.chance(0.25) ? picture.flatten().jpeg({ quality: random.int(60, 92) }) : picture.png();
    writeFileSync(join(OUT, 'drawing', `${k}.png`), await encoded.toBuffer());
  }
}

async function photographDocuments(random: Random): Promise<void> {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
  for (let k = 0; k < EACH; k++) {
    const viewport = { width: random.pick([620, 794, 816, 1000]), height: random.pick([420, 700, 1100]) };
    const page = await browser.newPage({ viewport, deviceScaleFactor: random.pick([1, 1, 1.5, 2]) });
    await page.setContent(documentHtml(random));
    await page.screenshot({ path: join(OUT, 'document', `${k}.png`) });
    await page.close();
  }
  await browser.close();
}

await main();
