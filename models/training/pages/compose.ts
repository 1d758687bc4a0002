import { documentPage } from './documents.ts';
import { Icons } from './icons.ts';
import { Kit } from './kit.ts';
import { Random } from './random.ts';
import * as apps from './sections/apps.ts';
import * as bars from './sections/bars.ts';
import * as content from './sections/content.ts';
import { FRAMEWORKS, NATIVE_SKIN, OWN_SKIN } from './skins.ts';
import type { Skin } from './skins.ts';
import { drawTheme, themeCss } from './theme.ts';
import { Words } from './words.ts';

/** A page to photograph. */
export interface ComposedPage {
  html: string;
  /** Width of the viewport, CSS pixels. */
  width: number;
  /** Framework or kind, for the record. */
  kind: string;
}

type Section = (kit: Kit) => string;
const SITE: Section[] = [content.hero, content.features, content.cards, content.gallery, content.textBands, content.textBands, content.captioned, content.people, content.pricing, content.accordion, content.timeline, content.article, content.comments, bars.tabs, apps.form, apps.form, apps.searchRow, apps.table, bars.linkRow, apps.controlsShow, content.codeBlock, apps.alerts];
const APP: Section[] = [apps.stats, apps.charts, apps.charts, apps.progressList, apps.table, apps.table, apps.form, apps.form, apps.settings, apps.chat, apps.inbox, apps.alerts, apps.controlsShow, apps.controlsShow, apps.progressList, apps.calendar, apps.menu, bars.tabs, bars.toolbar, bars.breadcrumbs, bars.pagination, content.codeBlock, content.people, content.timeline, content.cards, apps.searchRow];
const NARROWEST = 360;

/** The page that `seed` draws. */
export function composePage(seed: number): ComposedPage {
  const random = new Random(seed * 7919 + 17);
  const width = random.chance(0.2) ? random.int(NARROWEST, 480) : random.pick([768, 800, 1024, 1024, 1100, 1200, 1280, 1280, 1280, 1366, 1440]);
  const kind = random.weighted({ document: 3, own: 4, native: 1, framework: 3.2 });
  const framework = random.pick(Object.keys(FRAMEWORKS));
  const skin: Skin = { document: NATIVE_SKIN, own: OWN_SKIN, native: NATIVE_SKIN, framework: FRAMEWORKS[framework] ?? OWN_SKIN }[kind];
  const theme = drawTheme(random);
  const words = new Words(random, seed);
  const kit = new Kit(random, theme, skin, width, words, new Icons(random));
  if (kind === 'document') return { html: wrap([], '', documentPage(kit), theme.fontFaces), width, kind };
  const css = themeCss(random, theme);
  // A framework's own colours and sizes count for more than ours, so its sheet comes last, on its own ground.
  const sheets = skin.sheets;
  const own = kind === 'framework' && random.chance(0.6) ? withoutBodyRules(css) : css;
  return { html: wrap(sheets, own, shell(kit), ''), width, kind: kind === 'framework' ? framework : kind };
}

function withoutBodyRules(css: string): string {
  return css.replace(/^(body|h1|p\{|a\{).*$/gm, '');
}

export function wrap(sheets: string[], css: string, body: string, faces: string): string {
  const links = sheets.map((sheet) => `<link rel="stylesheet" href="/${sheet}">`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>${faces}${css}</style>${links}<style>*,*::before,*::after{animation:none!important;transition:none!important;caret-color:transparent}html{overflow:hidden}</style></head><body>${body}</body></html>`;
}

/** What stands around the sections. */
export function shell(kit: Kit): string {
  const r = kit.random;
  const frame = r.weighted({ site: 5, app: 4, login: 1, bare: 1 });
  const pick = (from: Section[], low: number, high: number): string => r.shuffle(from).slice(0, r.int(low, high)).map((section) => section(kit)).join('\n'); // prettier-ignore
  const over = r.chance(0.08) ? apps.overlay(kit) : r.chance(0.08) ? apps.cookieBanner(kit) : '';
  if (frame === 'login') return apps.login(kit);
  if (frame === 'bare') return pick([...SITE, ...APP], 2, 5) + over;
  if (frame === 'site') return `${r.chance(0.85) ? bars.topBar(kit) : ''}${r.chance(0.5) ? content.hero(kit) : ''}${pick(SITE, 2, 5)}${r.chance(0.7) ? bars.footer(kit) : ''}${over}`;
  const side = kit.narrow || r.chance(0.35) ? '' : bars.sideBar(kit);
  const inner = side ? new Kit(r, kit.theme, kit.skin, kit.width - 240, kit.words, kit.icons) : kit;
  const main = `${r.chance(0.7) ? bars.topBar(inner) : ''}${r.chance(0.5) ? `<div class="x-wrap"><h1>${kit.text(kit.words.title())}</h1></div>` : ''}${r.shuffle(APP).slice(0, r.int(2, 5)).map((section) => section(inner)).join('\n')}`; // prettier-ignore
  return `<div class="x-row x-nowrap" style="align-items:stretch;gap:0">${side}<main class="x-grow">${main}</main></div>${over}`;
}
