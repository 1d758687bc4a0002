import { chart } from '../charts.ts';
import type { Kit } from '../kit.ts';

/** What applications show: forms, tables, dashboards, settings, messages, dialogs. */

export function form(kit: Kit): string {
  const r = kit.random;
  const columns = kit.narrow ? 1 : r.pick([1, 1, 2, 3]);
  const side = r.chance(0.25);
  const row = (): string =>
    side ? `<div class="x-row" style="margin-bottom:10px"><label style="width:130px;${r.chance(0.5) ? 'text-align:right' : ''}">${kit.text(kit.words.field())}:</label><div class="x-grow">${kit.field()}</div></div>` : kit.labelled();
  const checks = `<div class="${r.pick(['x-col', 'x-row'])}" style="gap:${r.int(4, 18)}px;margin:10px 0">${r.some(1, 5, () => `<div>${kit.check()}</div>`).join('')}</div>`;
  const fields = `<div class="x-grid" style="grid-template-columns:repeat(${columns},minmax(0,1fr));gap:4px 20px">${r.some(2, 7, row).join('')}</div>`;
  const buttons = `<div class="x-row ${r.pick(['', 'x-between', ''])}" style="margin-top:10px">${wide(kit, kit.button(undefined, 'primary', false))}${r.chance(0.5) ? kit.button() : ''}${r.chance(0.2) ? kit.link('Forgot password?') : ''}</div>`;
  const body = `${r.chance(0.7) ? `<h2>${kit.text(kit.words.title())}</h2>` : ''}${r.chance(0.2) ? `<p>${kit.text(kit.words.sentence())}</p>` : ''}${fields}${r.chance(0.7) ? checks : ''}${r.chance(0.3) ? kit.labelled(kit.area()) : ''}${r.chance(0.15) ? kit.labelled(kit.slider()) : ''}${buttons}`;
  return `<section class="x-wrap"><form style="max-width:${r.int(300, 900)}px">${r.chance(0.4) ? kit.card(body) : r.chance(0.1) ? `<fieldset><legend>${kit.text(kit.words.label())}</legend>${body}</fieldset>` : body}</form></section>`;
}

/** Often the main button is as wide as its form. */
function wide(kit: Kit, button: string): string {
  return kit.random.chance(0.5) ? button.replace(/^<(\w+)/, '<$1 style="width:100%;box-sizing:border-box"') : button;
}

/** A search field with its button beside it. */
export function searchRow(kit: Kit): string {
  const r = kit.random;
  const joined = r.chance(0.5) ? 'gap:0' : '';
  return `<div class="x-wrap"><form class="x-row x-nowrap" style="max-width:${r.int(240, 560)}px;${joined}"><div class="x-grow">${kit.input('Search', 'search')}</div>${r.chance(0.3) ? kit.iconButton() : kit.button('Search', 'primary', false)}</form></div>`;
}

export function login(kit: Kit): string {
  const r = kit.random;
  const body = `<div class="x-center">${r.chance(0.5) ? kit.logo() : ''}<h2>${r.pick(['Sign in', 'Welcome back', 'Log in', 'Create account', 'Forgot your password?'])}</h2></div>${kit.labelled(kit.input('Email', 'email'))}${r.chance(0.8) ? kit.labelled(kit.input('Password', 'password')) : ''}<div class="x-row x-between">${kit.check('checkbox', 'Remember me')}${r.chance(0.6) ? kit.link('Forgot?') : ''}</div><div style="margin:12px 0">${wide(kit, kit.button('Sign in', 'primary', false))}</div>${r.chance(0.4) ? `<hr><div class="x-col">${r.some(1, 3, () => `<button type="button" class="o-btn">${kit.icons.logo(18)} Continue with ${kit.text(kit.words.company().split(' ')[0] ?? '')}</button>`).join('')}</div>` : ''}<p class="x-small x-center">No account? ${kit.link('Sign up')}</p>`;
  return `<div style="padding:${r.int(20, 80)}px 10px;${r.chance(0.4) ? `background:${kit.theme.accent}` : ''}"><div style="max-width:${r.int(280, 440)}px;margin:0 auto">${r.chance(0.85) ? kit.card(body) : body}</div></div>`;
}

export function table(kit: Kit): string {
  const r = kit.random;
  const columns = kit.narrow ? r.int(2, 3) : r.int(3, 8);
  const kinds = Array.from({ length: columns }, () => r.weighted({ text: 6, badge: 1, link: 1, avatar: 0.7, check: 0.5, icons: 0.6, button: 0.5, progress: 0.3 }));
  const cell = (kind: (typeof kinds)[number]): string =>
    ({
      text: () => kit.text(kit.words.value()),
      badge: () => kit.badge(),
      link: () => kit.link(kit.words.value()),
      avatar: () => `<div class="x-row x-nowrap">${kit.avatar(r.int(20, 36))}<span>${kit.text(kit.words.name())}</span></div>`,
      check: () => kit.check('checkbox', ''),
      icons: () => `<span class="x-row x-nowrap">${kit.icon(14, 18)}${kit.icon(14, 18)}</span>`,
      button: () => kit.button(undefined, undefined, true),
      progress: () => kit.progress(),
    })[kind]();
  const head = `<tr>${kinds.map((kind) => `<th>${kind === 'check' ? kit.check('checkbox', '') : kit.text(kit.words.label())}${r.chance(0.1) ? kit.icons.svg(12) : ''}</th>`).join('')}</tr>`;
  const rows = r.some(3, 12, () => `<tr>${kinds.map((kind) => `<td>${cell(kind)}</td>`).join('')}</tr>`);
  const markup = `<table class="${kit.skin.table}" data-class="table"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
  const title = r.chance(0.6) ? `<div class="x-row x-between" style="padding:8px 0"><h3>${kit.text(kit.words.title())}</h3>${r.chance(0.5) ? kit.button() : ''}${r.chance(0.3) ? `<div style="width:180px">${kit.input('Filter', 'search')}</div>` : ''}</div>` : '';
  return `<section class="x-wrap" style="overflow:hidden">${r.chance(0.4) ? kit.card(title + markup) : title + markup}</section>`;
}

export function stats(kit: Kit): string {
  const r = kit.random;
  const item = (): string => {
    const icon = r.chance(0.5) ? `<span style="color:${kit.theme.accent}">${kit.icon(20, 36)}</span>` : '';
    const trend = r.chance(0.5) ? `<div class="x-small" style="color:${r.pick(['#1a7f37', '#cf222e'])}">${r.pick(['▲', '▼', '+', '-', ''])}${r.int(1, 40)}% ${r.chance(0.5) ? 'since last month' : ''}</div>` : '';
    const edge = r.chance(0.2) ? `border-left:4px solid ${kit.theme.accent}` : r.chance(0.15) ? `background:${kit.theme.accent};color:${kit.theme.onAccent}` : '';
    return kit.card(`<div class="x-row x-between x-nowrap"><div><div class="${r.pick(['x-small x-muted', 'x-tiny x-bold', ''])}">${kit.text(kit.words.label())}</div><div class="x-bold" style="font-size:${r.int(18, 34)}px">${kit.text(kit.words.number())}</div>${trend}</div>${icon}</div>${r.chance(0.2) ? kit.progress() : ''}`, edge);
  };
  return `<section class="x-wrap">${kit.grid(r.some(2, 4, item), 4)}</section>`;
}

export function charts(kit: Kit): string {
  const r = kit.random;
  const columns = kit.narrow ? 1 : r.int(1, 3);
  const wide = Math.floor(Math.min(kit.width - 60, 1000) / columns) - 60;
  const item = (): string => kit.card(`<div class="x-row x-between"><h3>${kit.text(kit.words.title())}</h3>${r.chance(0.4) ? kit.bareIcon() : ''}</div>${chart(kit, wide, r.int(120, 300))}${r.chance(0.4) ? `<div class="x-row x-small">${r.some(2, 4, () => `<span class="x-row" style="gap:4px"><i style="width:10px;height:10px;border-radius:${r.pick([0, 99])}px;background:${kit.theme.accent}"></i>${kit.text(kit.words.label())}</span>`).join('')}</div>` : ''}`);
  return `<section class="x-wrap">${kit.grid(r.some(1, 3, item), columns)}</section>`;
}

export function settings(kit: Kit): string {
  const r = kit.random;
  const control = (): string => r.pick([() => kit.switch(), () => kit.switch(), () => `<div style="width:130px">${kit.select()}</div>`, () => kit.icon(14, 18), () => kit.slider(), () => kit.button(), () => kit.check('checkbox', '')])();
  const row = (): string => `<div class="x-row x-between x-nowrap x-under" style="padding:${r.int(6, 14)}px 4px"><div class="x-row x-nowrap">${r.chance(0.4) ? kit.icon(16, 24) : ''}<div><div>${kit.text(kit.words.label())}</div>${r.chance(0.5) ? `<div class="x-small x-muted">${kit.text(kit.words.sentence())}</div>` : ''}</div></div>${control()}</div>`;
  const body = `<h3>${kit.text(kit.words.label())}</h3>${r.some(3, 8, row).join('')}`;
  return `<section class="x-wrap" style="max-width:${r.int(400, 800)}px">${r.chance(0.5) ? kit.card(body) : body}</section>`;
}

export function chat(kit: Kit): string {
  const r = kit.random;
  const bubble = (i: number): string => {
    const mine = i % 2 === r.int(0, 1);
    const look = mine ? `background:${kit.theme.accent};color:${kit.theme.onAccent};margin-left:auto` : `background:color-mix(in srgb, ${kit.theme.ink} 8%, ${kit.theme.surface})`;
    return `<div class="x-row x-nowrap" style="align-items:flex-end;margin:8px 0">${mine ? '' : kit.avatar(32)}<div style="max-width:70%;padding:8px 12px;border-radius:${r.int(4, 18)}px;${look}">${kit.text(kit.words.paragraph(1, 2))}${r.chance(0.3) ? `<div class="x-tiny">${r.int(1, 12)}:${r.int(10, 59)}</div>` : ''}</div></div>`;
  };
  return `<section class="x-wrap" style="max-width:${r.int(320, 720)}px">${r.some(3, 7, bubble).join('')}<div class="x-row x-nowrap"><div class="x-grow">${kit.input('Type a message…', 'text')}</div>${r.chance(0.5) ? kit.iconButton() : kit.button('Send', 'primary', false)}</div></section>`;
}

export function inbox(kit: Kit): string {
  const r = kit.random;
  const row = (): string => `<div class="x-row x-nowrap x-under" style="padding:${r.int(5, 12)}px;gap:12px">${r.chance(0.6) ? kit.check('checkbox', '') : ''}${r.chance(0.5) ? kit.icon(14, 20) : kit.avatar(32)}<b style="width:140px" class="${r.chance(0.5) ? '' : 'x-muted'}">${kit.text(kit.words.name())}</b><div class="x-grow" style="white-space:nowrap;overflow:hidden">${kit.text(kit.words.title())} <span class="x-muted">– ${kit.text(kit.words.sentence())}</span></div><span class="x-small">${kit.text(kit.words.date())}</span></div>`;
  return `<section class="x-wrap">${r.some(4, 12, row).join('')}</section>`;
}

export function dialogBox(kit: Kit): string {
  const r = kit.random;
  const body = `<div class="x-row x-between"><h3>${kit.text(kit.words.title())}</h3>${r.chance(0.7) ? kit.icon(16, 22) : ''}</div><p>${kit.text(kit.words.paragraph(1, 2))}</p>${r.chance(0.4) ? kit.labelled() : ''}<div class="x-row" style="justify-content:flex-end">${kit.button('Cancel', 'plain', false)}${kit.button(undefined, 'primary', false)}</div>`;
  return `<div role="dialog" class="x-surface x-pad" style="color:${kit.theme.ink};border-radius:${kit.theme.radius}px;box-shadow:${r.pick(['0 10px 40px #0006', '0 0 0 1px #0003', kit.theme.shadow])};width:${r.int(260, 520)}px;max-width:92%;box-sizing:border-box">${body}</div>`;
}

/** The dialog over the dimmed page. */
export function overlay(kit: Kit): string {
  const r = kit.random;
  return `<div style="position:absolute;inset:0;background:rgba(${r.pick(['0,0,0', '255,255,255', '20,20,60'])},${r.real(0.3, 0.7).toFixed(2)});display:flex;justify-content:center;align-items:flex-start;padding-top:${r.int(60, 300)}px">${dialogBox(kit)}</div>`;
}

export function alerts(kit: Kit): string {
  return `<section class="x-wrap">${kit.random.some(1, 3, () => `<div class="${kit.skin.alert} x-row x-nowrap" style="margin:8px 0">${kit.random.chance(0.6) ? kit.icon(16, 22) : ''}<div class="x-grow">${kit.random.chance(0.4) ? `<b>${kit.text(kit.words.label())}</b> ` : ''}${kit.text(kit.words.sentence())}</div>${kit.random.chance(0.4) ? kit.icon(12, 16) : ''}</div>`).join('')}</section>`;
}

export function controlsShow(kit: Kit): string {
  const r = kit.random;
  const things = [() => kit.button(), () => kit.button(), () => kit.iconButton(), () => kit.badge(), () => kit.switch(), () => kit.check(), () => kit.slider(), () => kit.avatar(), () => `<div style="width:160px">${kit.progress()}</div>`, () => `<div style="width:150px">${kit.select()}</div>`, () => kit.bareIcon()];
  return `<section class="x-wrap"><h3>${kit.text(kit.words.title())}</h3><div class="x-row" style="gap:${r.int(6, 22)}px">${r.some(6, 22, () => r.pick(things)()).join('')}</div></section>`;
}

export function progressList(kit: Kit): string {
  const row = (): string => `<div style="margin:10px 0"><div class="x-row x-between"><span>${kit.text(kit.words.label())}</span><span class="x-small">${kit.random.int(1, 100)}%</span></div>${kit.progress()}</div>`;
  const body = `<h3>${kit.text(kit.words.title())}</h3>${kit.random.some(2, 6, row).join('')}`;
  return `<section class="x-wrap" style="max-width:560px">${kit.random.chance(0.5) ? kit.card(body) : body}</section>`;
}

export function calendar(kit: Kit): string {
  const r = kit.random;
  const today = r.int(1, 28);
  const size = r.int(26, 44);
  const days = Array.from({ length: 35 }, (_, i) => `<span style="line-height:${size}px;text-align:center;border-radius:${r.pick([4, 99])}px" class="${i === today ? 'x-accent' : ''}">${((i + 27) % 31) + 1}</span>`);
  const heads = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'].map((day) => `<b class="x-small x-center">${day}</b>`);
  return `<section class="x-wrap"><div class="o-card x-pad" data-class="card" style="width:${size * 7}px"><div class="x-row x-between">${kit.icon(14, 18)}<b>${r.pick(['March', 'June', 'October'])} 2025</b>${kit.icon(14, 18)}</div><div style="display:grid;grid-template-columns:repeat(7,1fr)">${heads.join('')}${days.join('')}</div></div></section>`;
}

export function menu(kit: Kit): string {
  const r = kit.random;
  const items = r.some(3, 7, () => `<div class="x-row x-nowrap" style="padding:${r.int(4, 8)}px 12px">${r.chance(0.5) ? kit.icon(14, 18) : ''}<span class="x-grow">${kit.text(kit.words.action())}</span>${r.chance(0.3) ? `<span class="x-tiny x-muted">Ctrl+${r.pick(['C', 'V', 'S'])}</span>` : ''}</div>`);
  const tip = r.chance(0.4) ? `<div style="display:inline-block;background:#222;color:#fff;padding:4px 8px;border-radius:4px;font-size:12px;margin-left:20px">${kit.text(kit.words.label())}</div>` : '';
  return `<section class="x-wrap"><div class="x-row" style="align-items:flex-start">${kit.button()}<div class="o-card" style="width:${r.int(150, 240)}px;box-shadow:0 4px 16px #0003">${items.join('')}</div>${tip}</div></section>`;
}

export function cookieBanner(kit: Kit): string {
  const r = kit.random;
  return `<div style="position:absolute;left:0;right:0;${r.chance(0.5) ? 'top:0' : `top:${r.int(200, 500)}px`};box-shadow:0 0 12px #0004" class="${r.pick(['x-dark', 'x-surface', 'x-accent'])} x-pad"><div class="x-row ${kit.narrow ? '' : 'x-nowrap'}"><div class="x-grow x-small">${kit.text(kit.words.paragraph(1, 2))} ${kit.link('Privacy policy')}</div>${kit.button('Accept all', 'primary', false)}${kit.button('Decline', 'plain', false)}</div></div>`;
}
