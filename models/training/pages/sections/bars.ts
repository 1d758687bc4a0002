import type { Kit } from '../kit.ts';

/** Bars and lists of links: what one navigates with. */

export function topBar(kit: Kit): string {
  const r = kit.random;
  const gap = r.int(8, 32);
  const current = r.int(-1, 3);
  const count = kit.narrow ? r.int(0, 2) : r.int(3, 7);
  const links = Array.from({ length: count }, (_, i) => `<a href="#" class="x-plainlink ${i === current ? 'x-bold' : ''}" ${i === current ? 'aria-current="page" data-state="selected"' : ''} style="padding:4px ${r.pick([0, 0, 8])}px">${kit.text(kit.words.label())}</a>`);
  const list = r.chance(0.5) ? `<nav class="x-row" style="gap:${gap}px">${links.join('')}</nav>` : `<ul class="x-row" style="list-style:none;margin:0;padding:0;gap:${gap}px">${links.map((link) => `<li>${link}</li>`).join('')}</ul>`;
  const right = [
    r.chance(0.35) && !kit.narrow ? `<div style="width:${r.int(120, 260)}px">${kit.input('Search…', 'search')}</div>` : '',
    r.chance(0.4) ? kit.bareIcon() : '',
    r.chance(0.3) ? kit.bareIcon() : '',
    r.chance(0.4) ? kit.button(undefined, r.pick(['primary', 'outline']), false) : '',
    r.chance(0.3) ? kit.avatar(r.int(24, 40)) : '',
  ];
  const look = r.pick(['', 'x-under', 'x-accent', 'x-dark', 'x-surface x-under']);
  const tag = r.chance(0.5) ? 'nav' : 'header data-class="navigation"';
  const inner = `${kit.logo()}${list}<div class="x-row x-nowrap" style="gap:${r.int(8, 16)}px">${right.join('')}</div>`;
  return `<${tag} class="${look}"><div class="${r.chance(0.5) ? 'x-wrap' : ''} x-row x-between" style="padding:${r.int(6, 18)}px ${r.int(10, 30)}px">${inner}</div></${tag.split(' ')[0]}>`;
}

export function sideBar(kit: Kit): string {
  const r = kit.random;
  const current = r.int(0, 4);
  const withIcons = r.chance(0.7);
  const rows = r.some(5, 14, (i) => {
    const look = i === current ? `background:color-mix(in srgb, ${kit.theme.accent} 20%, transparent);border-radius:${kit.theme.radius}px` : '';
    const heading = r.chance(0.12) ? `<div class="x-tiny x-muted x-bold" style="padding:12px 8px 4px;text-transform:uppercase">${kit.text(kit.words.label())}</div>` : '';
    return `${heading}<a href="#" class="x-row x-nowrap x-plainlink" ${i === current ? 'aria-current="page"' : ''} style="padding:${r.int(4, 9)}px 8px;${look}">${withIcons ? kit.icon(14, 20) : ''}<span class="x-grow">${kit.text(kit.words.label())}</span>${r.chance(0.15) ? kit.badge(String(r.int(1, 40))) : r.chance(0.1) ? kit.icon(12, 14) : ''}</a>`;
  });
  return `<nav class="${r.pick(['x-dark', 'x-accent', 'x-line', 'x-surface', ''])}" style="width:${r.int(170, 280)}px;flex:none;padding:${r.int(8, 20)}px;box-sizing:border-box"><div style="padding:8px">${kit.logo()}</div>${rows.join('')}</nav>`;
}

export function footer(kit: Kit): string {
  const r = kit.random;
  const column = (): string => `<div><div class="x-bold">${kit.text(kit.words.label())}</div>${r.some(3, 6, () => `<div style="margin:${r.int(2, 8)}px 0">${kit.link()}</div>`).join('')}</div>`;
  const small = `<div class="x-row x-between x-small" style="margin-top:12px"><span>© ${r.int(1998, 2026)} ${kit.text(kit.words.company())}. All rights reserved.</span><span class="x-row" style="gap:12px">${r.some(0, 4, () => kit.icons.logo(r.int(16, 24))).join('')}</span></div>`;
  return `<footer class="${r.pick(['x-dark', 'x-over', 'x-surface', 'x-accent'])}"><div class="x-wrap" style="padding:20px">${r.chance(0.7) ? kit.grid(r.some(2, 5, column), 4) : ''}${small}</div></footer>`;
}

export function breadcrumbs(kit: Kit): string {
  const r = kit.random;
  const mark = r.pick(['/', '›', '>', '»', '|', '·']);
  const parts = r.some(2, 4, () => kit.link());
  const space = r.pick([' ', '&nbsp; ', ' ']);
  return `<div class="x-wrap x-small">${[...parts, kit.text(kit.words.label())].join(`${space}${mark}${space}`)}</div>`;
}

export function pagination(kit: Kit): string {
  const r = kit.random;
  const current = r.int(1, 5);
  const framed = r.chance(0.7);
  const page = (label: string, selected: boolean): string =>
    `<a href="#" ${framed ? 'data-class="button"' : ''} ${selected ? 'data-state="selected"' : ''} class="x-plainlink ${selected ? 'x-accent' : ''}" style="padding:${r.int(4, 6)}px 11px;${framed ? `border:1px solid ${kit.theme.line};border-radius:${kit.theme.radius}px` : ''}">${label}</a>`;
  const pages = Array.from({ length: r.int(3, 7) }, (_, i) => page(String(i + 1), i + 1 === current));
  return `<div class="x-wrap x-row" style="gap:${r.pick([0, 4, 8])}px">${page(r.pick(['«', 'Previous', 'Prev', '‹']), false)}${pages.join('')}${page(r.pick(['»', 'Next', '›']), false)}</div>`;
}

export function tabs(kit: Kit): string {
  const r = kit.random;
  if (r.chance(0.4)) return segments(kit);
  const current = r.int(0, 2);
  const items = r.some(3, 6, (i) => `<a href="#" class="o-tab" role="tab" aria-selected="${i === current}">${r.chance(0.2) ? kit.icon(14, 16) : ''} ${kit.text(kit.words.label())} ${r.chance(0.1) ? kit.badge('3') : ''}</a>`);
  return `<div class="x-wrap"><div class="o-tabs" role="tablist">${items.join('')}</div><div class="x-pad"><p>${kit.text(kit.words.paragraph(1, 3))}</p></div></div>`;
}

/** Tabs as parts of one box, or as pills, of which one is filled. */
function segments(kit: Kit): string {
  const r = kit.random;
  const t = kit.theme;
  const current = r.int(0, 3);
  const round = r.pick([t.radius, 4, 99]);
  const chosen = r.pick([`background:${t.surface};box-shadow:0 1px 2px #0003`, `background:${t.accent};color:${t.onAccent}`, `background:color-mix(in srgb, ${t.accent} 15%, ${t.surface});color:${t.accent}`, `background:${t.ink};color:${t.ground}`]);
  const box = r.pick([`background:color-mix(in srgb, ${t.ink} 8%, ${t.ground});padding:${r.int(2, 4)}px;border-radius:${round}px`, `border:1px solid ${t.line};border-radius:${round}px;overflow:hidden`, '']);
  const pad = `${r.int(3, 9)}px ${r.int(10, 20)}px`;
  const items = r.some(2, 5, (i) => `<span role="tab" aria-selected="${i === current}" style="padding:${pad};border-radius:${box.includes('overflow') ? 0 : round}px;${i === current ? chosen : `color:${t.muted}`}">${kit.text(kit.words.label())}</span>`);
  return `<div class="x-wrap"><div role="tablist" style="display:inline-flex;gap:${box.includes('overflow') ? 0 : r.int(0, 8)}px;${box}">${items.join('')}</div></div>`;
}

export function toolbar(kit: Kit): string {
  const r = kit.random;
  const framed = r.chance(0.5);
  const tools = r.some(4, 12, () => (framed ? kit.iconButton() : kit.bareIcon()));
  return `<div class="x-wrap"><div class="x-row ${r.pick(['x-line', 'x-surface', ''])}" style="gap:${r.int(2, 16)}px;padding:6px">${tools.join('')}${r.chance(0.4) ? `<div style="width:110px">${kit.select()}</div>` : ''}${r.chance(0.3) ? kit.button() : ''}</div></div>`;
}

/** The old way: links in a row with bars between them. */
export function linkRow(kit: Kit): string {
  const r = kit.random;
  const mark = r.pick([' | ', ' - ', ' · ', ' / ', ' :: ', '&nbsp;|&nbsp;', ' &bull; ']);
  return `<div class="${r.pick(['x-center', '', 'x-small x-center'])}" style="padding:6px">${r.chance(0.3) ? '[ ' : ''}${r.some(3, 9, () => kit.link()).join(mark)}${r.chance(0.3) ? ' ]' : ''}</div>`;
}
