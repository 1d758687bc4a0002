import type { Kit } from '../kit.ts';
import { pictureSource, randomColor } from '../pictures.ts';

/** What pages tell: heroes, features, cards, articles and the like. */

export function hero(kit: Kit): string {
  const r = kit.random;
  const centred = r.chance(0.5);
  const size = r.int(28, kit.narrow ? 40 : 64);
  const text = `<div class="x-grow"><h1 style="font-size:${size}px">${kit.text(kit.words.title())}</h1><p class="${r.pick(['x-big', '', 'x-muted x-big'])}">${kit.text(kit.words.paragraph(1, 2))}</p><div class="x-row ${centred ? 'x-center' : ''}">${r.some(0, 2, () => kit.button()).join('')}${r.chance(0.2) ? `<div style="width:200px">${kit.input()}</div>` : ''}</div></div>`;
  const side = !centred && r.chance(0.6) ? kit.image(r.int(240, 480), r.int(200, 380)) : '';
  const ground = r.weighted({ plain: 3, accent: 1, dark: 1, gradient: 2, photo: 2 });
  const css = {
    plain: '',
    accent: `background:${kit.theme.accent};color:${kit.theme.onAccent}`,
    dark: 'background:#16181d;color:#f5f5f5',
    gradient: `background:linear-gradient(${r.int(0, 180)}deg,${randomColor(r)},${randomColor(r)});color:${r.pick(['#fff', '#fff', '#111'])}`,
    photo: `background:url(&quot;${pictureSource(r, 1200, 500)}&quot;) center/cover;color:${r.pick(['#fff', '#fff', '#111'])}`,
  }[ground];
  return `<section style="${css}" ${ground === 'photo' ? 'data-class="image"' : ''}><div class="x-wrap x-row ${kit.narrow ? '' : 'x-nowrap'} ${centred ? 'x-center' : ''}" style="padding:${r.int(20, 90)}px 20px;gap:40px">${text}${side}</div></section>`;
}

export function features(kit: Kit): string {
  const r = kit.random;
  const boxed = r.chance(0.4);
  const tinted = `style="display:inline-flex;padding:${r.int(6, 14)}px;border-radius:${r.pick([0, 8, 99])}px;color:${kit.theme.accent};background:color-mix(in srgb, ${kit.theme.accent} 15%, transparent)"`;
  const plain = `style="color:${kit.theme.accent}"`;
  const look = r.chance(0.5) ? tinted : plain;
  const centred = r.chance(0.4) ? 'x-center' : '';
  const item = (): string => {
    const body = `<div ${look}>${kit.icon(18, 44)}</div><h3>${kit.text(kit.words.title())}</h3><p class="x-muted">${kit.text(kit.words.paragraph(1, 2))}</p>${r.chance(0.25) ? kit.link('Learn more →') : ''}`;
    return boxed ? kit.card(body) : `<div class="${centred}">${body}</div>`;
  };
  return `<section class="x-wrap">${r.chance(0.6) ? `<h2 class="${centred}">${kit.text(kit.words.title())}</h2>` : ''}${kit.grid(r.some(2, 6, item), r.int(2, 4))}</section>`;
}

export function cards(kit: Kit): string {
  const r = kit.random;
  const [withImage, withBadge, withButton] = [r.chance(0.7), r.chance(0.4), r.chance(0.6)];
  const high = r.int(80, 220);
  const columns = r.int(2, 4);
  const item = (): string => {
    const image = withImage ? kit.image(400, high, 'width:100%').replace(/border-radius:\d+px;/, '') : '';
    const price = r.chance(0.2) ? `<div class="x-big x-bold">${kit.text(kit.words.number())}</div>` : '';
    const foot = `<div class="x-row x-between">${withButton ? kit.button() : kit.link('Read more')}${r.chance(0.3) ? `<span class="x-tiny x-muted">${kit.text(kit.words.date())}</span>` : ''}${r.chance(0.2) ? kit.bareIcon() : ''}</div>`;
    const body = `${withBadge ? kit.badge() : ''}<h3>${kit.text(kit.words.title())}</h3><p>${kit.text(kit.words.paragraph(1, 2))}</p>${price}${foot}`;
    return `<div class="${kit.skin.card}" data-class="card">${image}<div class="${kit.skin.cardBody}">${body}</div></div>`;
  };
  return `<section class="x-wrap">${kit.grid(r.some(2, 6, item), columns)}</section>`;
}

export function article(kit: Kit): string {
  const r = kit.random;
  const inline = (text: string): string =>
    text.split(' ').map((word) => (r.chance(0.04) ? kit.link(word) : r.chance(0.02) ? `<b>${kit.text(word)}</b>` : r.chance(0.02) ? `<em>${kit.text(word)}</em>` : r.chance(0.01) ? `<code>${kit.text(word)}</code>` : kit.text(word))).join(' ');
  const build = {
    p: () => `<p>${inline(kit.words.paragraph(2, 6))}</p>`,
    ul: () => `<ul>${r.some(2, 6, () => `<li>${inline(kit.words.sentence())}</li>`).join('')}</ul>`,
    ol: () => `<ol>${r.some(2, 6, () => `<li>${inline(kit.words.sentence())}</li>`).join('')}</ol>`,
    quote: () => `<blockquote style="border-left:4px solid ${kit.theme.line};margin:16px 0;padding:4px 16px" class="x-muted">${inline(kit.words.paragraph(1, 2))}</blockquote>`,
    h2: () => `<h2>${kit.text(kit.words.title())}</h2>`,
    img: () => `<figure style="margin:12px 0">${kit.image(r.int(200, 640), r.int(100, 320))}${r.chance(0.5) ? `<figcaption class="x-small x-muted">${kit.text(kit.words.sentence())}</figcaption>` : ''}</figure>`,
    pre: () => codeBlock(kit),
    hr: () => '<hr>',
  };
  const by = r.chance(0.6) ? `<div class="x-row x-small x-muted">${r.chance(0.5) ? kit.avatar(32) : ''}<span>${kit.text(kit.words.name())}</span><span>${kit.text(kit.words.date())}</span>${r.chance(0.4) ? kit.badge() : ''}</div>` : '';
  return `<article class="x-wrap" style="max-width:${r.int(520, 860)}px"><h1>${kit.text(kit.words.title())}</h1>${by}${r.some(3, 9, () => build[r.weighted({ p: 6, ul: 1, ol: 1, quote: 0.5, h2: 1.5, img: 1, pre: 0.4, hr: 0.4 })]()).join('')}</article>`;
}

export function codeBlock(kit: Kit): string {
  const r = kit.random;
  const dark = r.chance(0.6);
  const colors = dark ? ['#c678dd', '#98c379', '#61afef', '#e5c07b', '#abb2bf'] : ['#a626a4', '#50a14f', '#4078f2', '#986801', '#383a42'];
  const lines = r.some(3, 14, () => kit.words.code().split(/(?<=\s)/).map((part) => `<span style="color:${r.pick(colors)}">${kit.text(part)}</span>`).join(''));
  const numbers = r.chance(0.3) ? `<div style="color:#888;text-align:right;padding-right:14px">${lines.map((_, i) => i + 1).join('<br>')}</div>` : '';
  return `<pre style="display:flex;background:${dark ? '#1e1e2a' : '#f4f4f6'};padding:${r.int(8, 18)}px;border-radius:${kit.theme.radius}px;font-size:${r.int(11, 15)}px;line-height:${r.pick([1.25, 1.4, 1.6])};overflow:hidden;margin:12px 0">${numbers}<code style="background:none;padding:0;font-size:1em">${lines.join('\n')}</code></pre>`;
}

export function gallery(kit: Kit): string {
  const r = kit.random;
  const high = r.int(60, 200);
  const columns = r.int(2, 6);
  return `<section class="x-wrap">${r.chance(0.5) ? `<h2>${kit.text(kit.words.title())}</h2>` : ''}<div class="x-grid" style="gap:${r.int(0, 16)}px;grid-template-columns:repeat(${columns},minmax(0,1fr))">${r.some(3, 10, () => `<div>${kit.image(300, high, 'width:100%')}${r.chance(0.3) ? `<div class="x-small">${kit.text(kit.words.title())}</div>` : ''}</div>`).join('')}</div></section>`;
}

export function people(kit: Kit): string {
  const r = kit.random;
  const size = r.int(36, 140);
  const item = (): string => `<div class="${r.chance(0.5) ? 'x-center' : ''}">${kit.avatar(size)}<div class="x-bold">${kit.text(kit.words.name())}</div><div class="x-small x-muted">${kit.text(kit.words.label())}</div>${r.chance(0.4) ? `<p>${kit.text(kit.words.sentence())}</p>` : ''}${r.chance(0.3) ? `<div>${r.some(2, 4, () => kit.icons.logo(r.int(14, 22))).join(' ')}</div>` : ''}</div>`;
  return `<section class="x-wrap">${kit.grid(r.some(2, 6, item), r.int(2, 4))}</section>`;
}

export function pricing(kit: Kit): string {
  const r = kit.random;
  const item = (i: number): string => kit.card(
    `<h3>${kit.text(kit.words.label())}</h3>${i === 1 ? kit.badge('Popular') : ''}<div><span style="font-size:${r.int(28, 48)}px;font-weight:700">$${r.int(0, 99)}</span><span class="x-muted">/month</span></div><div class="x-col" style="margin:12px 0">${r.some(3, 6, () => `<div class="x-row x-nowrap"><span style="color:${kit.theme.accent}">${kit.icon(14, 18)}</span>${kit.text(kit.words.label())}</div>`).join('')}</div>${kit.button()}`); // prettier-ignore
  return `<section class="x-wrap">${kit.grid(r.some(2, 4, item), 3)}</section>`;
}

export function accordion(kit: Kit): string {
  const r = kit.random;
  const row = (i: number): string => `<div class="x-under" style="padding:${r.int(8, 14)}px"><div class="x-row x-between x-nowrap x-bold"><span>${kit.text(kit.words.sentence())}</span>${kit.icon(14, 20)}</div>${i === 0 ? `<p>${kit.text(kit.words.paragraph(1, 2))}</p>` : ''}</div>`;
  return `<section class="x-wrap">${r.some(3, 6, row).join('')}</section>`;
}

export function timeline(kit: Kit): string {
  const r = kit.random;
  const row = (i: number): string => `<div class="x-row x-nowrap" style="align-items:flex-start;gap:12px;margin-bottom:14px">${r.chance(0.5) ? `<span style="width:24px;height:24px;border-radius:50%;flex:none;text-align:center" class="x-accent x-small">${i + 1}</span>` : `<span style="width:12px;height:12px;margin-top:5px;border-radius:50%;flex:none" class="x-accent"></span>`}<div><span class="x-bold">${kit.text(kit.words.title())}</span> <span class="x-small x-muted">${kit.text(kit.words.date())}</span><div>${kit.text(kit.words.sentence())}</div></div></div>`;
  return `<section class="x-wrap">${r.some(3, 6, row).join('')}</section>`;
}

export function comments(kit: Kit): string {
  const r = kit.random;
  const item = (): string => `<div class="x-row x-nowrap" style="align-items:flex-start;gap:12px;margin-bottom:16px">${kit.avatar(r.int(28, 48))}<div class="x-grow"><div><b>${kit.text(kit.words.name())}</b> <span class="x-small x-muted">${kit.text(kit.words.date())}</span></div><div>${kit.text(kit.words.paragraph(1, 3))}</div><div class="x-row x-small x-muted">${kit.icon(12, 16)} ${r.int(0, 99)} ${kit.link('Reply')}</div></div></div>`;
  return `<section class="x-wrap"><h3>${r.int(2, 40)} Comments</h3>${r.some(2, 4, item).join('')}${r.chance(0.5) ? `${kit.area()}<div>${kit.button()}</div>` : ''}</section>`;
}

/** Text in every size, weight and spacing on grounds of every kind. */
export function textBands(kit: Kit): string {
  const r = kit.random;
  const ground = (): string =>
    r.pick([
      '',
      `background:${randomColor(r)};`,
      `background:linear-gradient(${r.int(0, 180)}deg,${randomColor(r)},${randomColor(r)});`,
      `background:url(&quot;${pictureSource(r, 900, 200)}&quot;) center/cover;`,
    ]);
  const line = (): string => {
    const size = r.pick([9, 10, 11, 12, 13, 15, 18, 22, 28, 36, 48, 64, 90]);
    const look = `font-size:${size}px;font-weight:${r.pick([300, 400, 400, 600, 700, 900])};line-height:${r.pick([1.1, 1.2, 1.4])};letter-spacing:${r.pick([0, 0, 0, 1, 2, 4, -0.5])}px;${r.chance(0.2) ? 'text-transform:uppercase;' : ''}${r.chance(0.1) ? 'font-style:italic;' : ''}${r.chance(0.06) ? 'text-shadow:1px 2px 3px #0008;' : ''}text-align:${r.pick(['left', 'left', 'center', 'right', 'justify'])}`;
    const text = size > 30 ? kit.words.title() : r.chance(0.5) ? kit.words.paragraph(1, 3) : kit.words.title();
    return `<div style="${look};font-family:${r.chance(0.5) ? 'inherit' : kit.theme.headFont.replaceAll('"', "'")}">${kit.text(text)}</div>`;
  };
  return r
    .some(1, 4, () => {
      const at = ground();
      const ink = at ? `color:${r.pick(['#fff', '#fff', '#000', randomColor(r)])};` : '';
      return `<div ${at.includes('url') ? 'data-class="image"' : ''} style="${at}${ink}padding:${r.int(4, 40)}px ${r.int(4, 40)}px">${r.some(1, 4, line).join('')}</div>`;
    })
    .join('');
}

/** Pictures with words laid over them. */
export function captioned(kit: Kit): string {
  const r = kit.random;
  const high = r.int(60, 220);
  const place = r.pick(['left:8px;bottom:8px', 'left:0;right:0;top:35%;text-align:center', 'left:0;bottom:0;right:0;background:#0008;padding:6px', 'right:6px;top:6px;background:#fff;color:#111;padding:2px 6px']);
  const item = (): string =>
    `<div style="position:relative">${kit.image(300, high, 'width:100%')}<div style="position:absolute;color:#fff;${place};font-size:${r.int(11, 24)}px">${kit.text(r.chance(0.3) ? `+${r.int(1, 90)} ${kit.words.label()}` : kit.words.title())}</div></div>`;
  return `<section class="x-wrap">${kit.grid(r.some(2, 6, item), r.int(2, 4))}</section>`;
}
