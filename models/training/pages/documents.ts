import { pictureSource, randomColor } from './pictures.ts';
import type { Kit } from './kit.ts';

/**
 * Documents as people wrote them from the 1990s to the 2010s, with little style of their own: headings, paragraphs,
 * lists, rules, tables for layout, link rows, floated pictures, the browser's own controls.
 */
export function documentPage(kit: Kit): string {
  const r = kit.random;
  const layout = r.weighted({ plain: 4, float: 3, tables: 2 });
  const body = r.some(4, 12, () => block(kit)).join('\n');
  const head = banner(kit);
  const side = (): string => r.some(1, 3, () => widget(kit)).join('');
  const inner = {
    plain: () => head + body,
    float: () => {
      const width = r.int(150, 280);
      const place = r.pick(['left', 'right']);
      return `${head}<div style="float:${place};width:${width}px;padding:8px;box-sizing:border-box">${side()}</div><div style="margin-${place}:${width + 16}px">${body}</div><br clear="all">`;
    },
    tables: () => `${head}<table role="presentation" cellpadding="${r.int(2, 10)}" width="100%" border="0"><tr valign="top"><td width="${r.int(140, 240)}" ${r.chance(0.5) ? `bgcolor="${r.pick(['#eeeeee', '#ffffcc', '#ccccff', '#e8f0f8'])}"` : ''}>${side()}</td><td>${body}</td></tr></table>`,
  }[layout]();
  return `<style>${documentCss(kit)}</style><div id="page">${inner}${foot(kit)}</div>`;
}

function documentCss(kit: Kit): string {
  const r = kit.random;
  const family = r.pick(['"Times New Roman",serif', '"Times New Roman",serif', '"Times New Roman",serif', 'Arial,sans-serif', 'Arial,sans-serif', 'Verdana,sans-serif', 'Georgia,serif', 'Tahoma,sans-serif', kit.theme.bodyFont]);
  const size = r.pick(['', '', '', 'font-size:12px;', 'font-size:13px;', 'font-size:14px;', 'font-size:11px;', 'font-size:18px;']);
  const ground = r.weighted({ white: 6, light: 2, dark: 1 });
  const colors = { white: 'background:#fff;color:#000', light: `background:hsl(${r.int(0, 359)} ${r.int(10, 60)}% 94%);color:#222`, dark: 'background:#111;color:#ddd' }[ground];
  const link = ground === 'dark' ? 'a{color:#9cf}' : r.chance(0.6) ? '' : `a{color:${r.pick(['#c00', '#036', '#060', '#00c', '#0645ad', '#069'])};${r.chance(0.4) ? 'text-decoration:none' : ''}}`;
  const page = r.chance(0.5) ? `#page{max-width:${r.int(560, 1000)}px;margin:0 auto;${r.chance(0.4) ? `background:#fff;color:#222;border:1px solid #ccc;padding:${r.int(8, 24)}px` : ''}}` : '';
  const lead = r.chance(0.4) ? `line-height:${r.pick([1.1, 1.15, 1.3, 1.5])};` : '';
  return `body{font-family:${family};${size}${lead}${colors};${r.chance(0.3) ? 'margin:0' : ''}}${link}${page}h1,h2,h3{${r.chance(0.3) ? `color:${r.pick(['#036', '#800', '#060', '#333'])};` : ''}${r.chance(0.2) ? 'border-bottom:1px solid #aaa;' : ''}}img{${r.chance(0.8) ? '' : 'border:2px solid #00e'}}`;
}

function banner(kit: Kit): string {
  const r = kit.random;
  const title = kit.text(kit.words.title());
  return r.pick([
    () => `<h1>${title}</h1>`,
    () => `<center><h1>${title}</h1>${r.chance(0.5) ? `<i>${kit.text(kit.words.sentence())}</i>` : ''}</center>`,
    () => `<div style="background:${randomColor(r)};color:${r.pick(['#fff', '#000'])};padding:${r.int(6, 40)}px"><h1 style="margin:0;border:0;color:inherit">${title}</h1>${kit.text(kit.words.sentence())}</div>`,
    () => `${picture(kit, r.int(180, 760), r.int(40, 140))}`,
    () => `<table role="presentation" cellpadding="4" width="100%" border="0"><tr><td>${picture(kit, r.int(80, 240), r.int(30, 90))}</td><td align="right">${linkList(kit)}</td></tr></table>`,
  ])() + (r.chance(0.5) ? menuBar(kit) : r.chance(0.5) ? `<div>${linkList(kit)}</div>` : ''); // prettier-ignore
}

function menuBar(kit: Kit): string {
  const r = kit.random;
  const ground = r.pick(['#036', '#333', '#800000', '#eee', '#006699', '#000', '#4a7', '#ccc']);
  const ink = ['#eee', '#ccc'].includes(ground) ? '#036' : '#fff';
  const items = r.some(4, 9, (i) => `<li style="${r.chance(0.5) ? '' : 'border-right:1px solid #fff5;'}float:left"><a href="#" style="display:block;padding:${r.int(4, 10)}px ${r.int(7, 18)}px;color:${ink};text-decoration:none;${i === 0 ? 'background:#fff3' : ''}" ${i === 0 ? 'data-state="selected"' : ''}>${kit.text(kit.words.label())}</a></li>`);
  return `<ul data-class="navigation" style="list-style:none;margin:0;padding:0;background:${ground};overflow:hidden;font-size:${r.int(11, 16)}px">${items.join('')}</ul>`;
}

function linkList(kit: Kit): string {
  const r = kit.random;
  const mark = r.pick([' | ', ' | ', ' - ', ' / ', ' &middot; ', ' :: ', ' &nbsp; ', ' &bull; ', '<br>']);
  return r.some(3, 8, () => kit.link()).join(mark);
}

function picture(kit: Kit, width: number, height: number, more = ''): string {
  return `<img ${more} width="${width}" height="${height}" alt="" src="${pictureSource(kit.random, width, height)}">`;
}

function inline(kit: Kit, text: string): string {
  const r = kit.random;
  return text.split('. ').map((part) => {
    const words = part.split(' ');
    if (words.length < 4 || r.chance(0.5)) return kit.text(part);
    const from = r.int(0, words.length - 2);
    const to = Math.min(words.length, from + r.int(1, 5));
    const tag = r.pick(['a href="#"', 'a href="#"', 'a href="#"', 'b', 'i', 'strong', 'em', 'code', 'u', 'small', 'font color="red"']);
    return `${kit.text(words.slice(0, from).join(' '))} <${tag}>${kit.text(words.slice(from, to).join(' '))}</${tag.split(' ')[0]}> ${kit.text(words.slice(to).join(' '))}`;
  }).join('. '); // prettier-ignore
}

function block(kit: Kit): string {
  const r = kit.random;
  const w = kit.words;
  const kind = r.weighted({ smalls: 0.8, head: 0.5, p: 8, heading: 4, ul: 2.5, ol: 1, dl: 0.8, image: 1.5, hr: 1, table: 1.5, form: 1, links: 1, pre: 0.6, quote: 0.5, post: 1.5, address: 0.5, lines: 1, marked: 0.6 });
  const build: Record<typeof kind, () => string> = {
    p: () => `<p ${r.chance(0.15) ? 'align="center"' : r.chance(0.1) ? 'align="justify"' : ''}>${inline(kit, w.paragraph(1, 7))}</p>`,
    heading: () => `<h${r.int(2, 4)}>${r.chance(0.15) ? kit.link(w.title()) : kit.text(w.title())}</h2>`,
    ul: () => `<ul ${r.chance(0.2) ? 'type="square"' : ''}>${r.some(2, 9, () => `<li>${r.chance(0.5) ? kit.link(w.title()) : inline(kit, w.sentence())}${r.chance(0.15) ? ` (${kit.text(w.date())})` : ''}</li>`).join('')}</ul>`,
    ol: () => `<ol ${r.chance(0.2) ? `type="${r.pick(['a', 'i', 'A'])}"` : ''} start="${r.chance(0.8) ? 1 : r.int(5, 120)}">${r.some(2, 8, () => `<li>${inline(kit, w.sentence())}</li>`).join('')}</ol>`,
    dl: () => `<dl>${r.some(2, 5, () => `<dt><b>${kit.text(w.label())}</b></dt><dd>${inline(kit, w.sentence())}</dd>`).join('')}</dl>`,
    image: () => r.chance(0.5) ? `<p>${picture(kit, r.int(100, 320), r.int(70, 260), `align="${r.pick(['left', 'right'])}" hspace="8"`)}${inline(kit, w.paragraph(3, 7))}</p><br clear="all">` : `<div ${r.chance(0.4) ? 'align="center"' : ''}>${r.some(1, 4, () => picture(kit, r.int(40, 420), r.int(40, 300))).join(' ')}</div>`,
    hr: () => '<hr>',
    smalls: () => `<div ${r.chance(0.4) ? 'align="center"' : ''}>${r.some(2, 8, () => picture(kit, r.int(14, 48), r.int(14, 48))).join(r.pick([' ', '', '&nbsp; ']))}${r.chance(0.5) ? ` ${kit.link()}` : ''}</div>`,
    head: () => `<div style="font-size:${r.int(26, 80)}px;${r.chance(0.3) ? 'letter-spacing:3px;text-transform:uppercase;' : ''}text-align:${r.pick(['left', 'center'])}">${kit.text(w.title())}</div>`,
    table: () => dataTable(kit),
    form: () => plainForm(kit),
    links: () => `<div ${r.chance(0.3) ? 'align="center"' : ''}>${linkList(kit)}</div>`,
    pre: () => `<pre style="${r.chance(0.5) ? 'background:#eee;padding:8px;border:1px solid #ccc' : ''}">${r.some(2, 8, () => kit.text(w.code())).join('\n')}</pre>`,
    quote: () => `<blockquote>${inline(kit, w.paragraph(1, 3))}</blockquote>`,
    post: () => `<h2><a href="#">${kit.text(w.title())}</a></h2><div style="font-size:85%;color:#777">Posted by ${kit.link(w.name())} on ${kit.text(w.date())}</div><p>${inline(kit, w.paragraph(2, 5))}</p><div style="font-size:85%">Filed under ${kit.link()}, ${kit.link()} | ${kit.link(`${r.int(0, 50)} Comments`)} &raquo;</div>`,
    address: () => `<address>${kit.text(w.name())}<br>${kit.text(w.city())}<br>${kit.link(w.email())}</address>`,
    lines: () => `<p>${r.some(3, 9, () => `${r.chance(0.3) ? `<b>${kit.text(w.field())}:</b> ` : ''}${kit.text(w.title())}`).join('<br>')}</p>`,
    marked: () => `<div style="background:${randomColor(r)};color:${r.pick(['#fff', '#000'])};padding:${r.int(4, 12)}px;margin:8px 0;font-weight:bold">${kit.text(w.title())}</div>`,
  };
  return build[kind]();
}

function dataTable(kit: Kit): string {
  const r = kit.random;
  const columns = kit.narrow ? 2 : r.int(2, 6);
  const cells = (tag: string, make: () => string): string => Array.from({ length: columns }, () => `<${tag}>${make()}</${tag}>`).join('');
  const border = r.pick(['border="1"', 'border="1" cellspacing="0" bordercolor="#999"', 'rules="rows" frame="box"', 'border="1" cellpadding="5"']);
  const head = r.chance(0.7) ? `<tr ${r.chance(0.6) ? `bgcolor="${r.pick(['#cccccc', '#003366', '#ffcc66', '#dddddd'])}"` : ''} style="${r.chance(0.3) ? 'color:#888' : ''}">${cells('th', () => kit.text(kit.words.label()))}</tr>` : '';
  return `<table data-class="table" ${border} ${r.chance(0.5) ? 'width="100%"' : ''}>${head}${r.some(2, 10, () => `<tr>${cells('td', () => (r.chance(0.2) ? kit.link(kit.words.value()) : kit.text(kit.words.value())))}</tr>`).join('')}</table>`;
}

function plainForm(kit: Kit): string {
  const r = kit.random;
  const w = kit.words;
  const submit = (): string => r.pick([`<input type="submit" value="${kit.text(w.action())}">`, `<button>${kit.text(w.action())}</button>`, '<input type="submit">']);
  const input = (): string => `<input type="${r.pick(['text', 'text', 'password', 'email', 'search'])}" size="${r.int(8, 40)}" ${r.chance(0.25) ? `value="${kit.text(w.value())}"` : ''} ${r.chance(0.3) ? `placeholder="${kit.text(w.field())}"` : ''}>`;
  const native = (): string => r.pick([
    () => input(), () => input(), () => `<select>${r.some(1, 4, () => `<option>${kit.text(w.label())}</option>`).join('')}</select>`,
    () => `<textarea rows="${r.int(2, 8)}" cols="${r.int(20, 60)}">${r.chance(0.3) ? kit.text(w.paragraph(1, 2)) : ''}</textarea>`,
    () => r.some(1, 4, () => `<input type="radio" name="r${r.int(0, 99)}" ${r.chance(0.4) ? 'checked' : ''}> ${kit.text(w.label())}`).join(r.pick([' ', '<br>'])),
    () => r.some(1, 4, () => `<label><input type="checkbox" ${r.chance(0.4) ? 'checked' : ''}>${kit.text(w.label())}</label>`).join(r.pick([' ', '<br>'])),
  ])(); // prettier-ignore
  return r.pick([
    () => `<form>${r.chance(0.5) ? `${kit.text(w.field())}: ` : ''}${input()} ${submit()}</form>`,
    () => `<form>${r.some(2, 6, () => `<p>${kit.text(w.field())}:${r.pick(['<br>', ' '])}${native()}</p>`).join('')}${submit()} ${r.chance(0.3) ? '<input type="reset">' : ''}</form>`,
    () => `<form><table role="presentation" cellpadding="3" border="0">${r.some(2, 6, () => `<tr><td align="right">${kit.text(w.field())}:</td><td>${native()}</td></tr>`).join('')}<tr><td></td><td>${submit()}</td></tr></table></form>`,
    () => `<fieldset><legend>${kit.text(w.label())}</legend>${r.some(2, 4, () => `<div>${native()}</div>`).join('')}${submit()}</fieldset>`,
  ])();
}

function widget(kit: Kit): string {
  const r = kit.random;
  const title = `<h3>${kit.text(kit.words.label())}</h3>`;
  return title + r.pick([
    () => `<ul>${r.some(3, 9, () => `<li>${kit.link(kit.words.title())}</li>`).join('')}</ul>`,
    () => `<ul style="list-style:none;padding:0;margin:0">${r.some(3, 9, () => `<li style="${r.chance(0.5) ? 'border-bottom:1px dotted #999;padding:3px 0' : ''}">${kit.link(kit.words.title())}</li>`).join('')}</ul>`,
    () => r.some(3, 9, () => kit.link()).join('<br>'),
    () => plainForm(kit),
    () => picture(kit, r.int(80, 140), r.int(60, 200)),
    () => `<p>${inline(kit, kit.words.paragraph(1, 3))}</p>`,
  ])(); // prettier-ignore
}

function foot(kit: Kit): string {
  const r = kit.random;
  return `${r.chance(0.6) ? '<hr>' : ''}<div ${r.chance(0.6) ? 'align="center"' : ''} style="font-size:${r.pick(['80%', '11px', '10px', '9px', '100%'])};clear:both">${r.chance(0.5) ? `${linkList(kit)}<br>` : ''}Copyright &copy; ${r.int(1995, 2024)} ${kit.text(kit.words.company())}. ${r.chance(0.5) ? `Last updated: ${kit.text(kit.words.date())}` : ''}</div>`;
}
