import { Icons } from './icons.ts';
import { pictureSource, randomColor } from './pictures.ts';
import type { Random } from './random.ts';
import type { Skin } from './skins.ts';
import type { Theme } from './theme.ts';
import { Words, escapeHtml } from './words.ts';

export type Variant = 'plain' | 'primary' | 'outline' | 'ghost' | 'danger' | 'success';

/** The controls and small parts that sections are composed of, in one page's look. All return HTML. */
export class Kit {
  readonly random: Random;
  readonly words: Words;
  readonly icons: Icons;
  readonly theme: Theme;
  readonly skin: Skin;
  /** Width that the page is made for, CSS pixels. */
  readonly width: number;
  #names = 0;

  constructor(random: Random, theme: Theme, skin: Skin, width: number, words: Words, icons: Icons) {
    this.random = random;
    this.theme = theme;
    this.skin = skin;
    this.width = width;
    this.words = words;
    this.icons = icons;
  }

  get narrow(): boolean {
    return this.width < 640;
  }

  text(value: string): string {
    return escapeHtml(value);
  }

  icon(low = 12, high = 28): string {
    return this.icons.svg(this.random.int(low, high));
  }

  variant(): Variant {
    return this.random.weighted({ plain: 3, primary: 4, outline: 2, ghost: 0.6, danger: 0.6, success: 0.6 });
  }

  button(label = this.words.action(), variant = this.variant(), small = this.random.chance(0.15)): string {
    const r = this.random;
    const type = `${this.skin.button[variant]} ${small ? this.skin.button.small : ''}`.trim();
    const disabled = r.chance(0.14) ? 'disabled' : '';
    // Ghost buttons look like links and are what a person would call one.
    const declared = variant === 'ghost' ? 'data-class="link"' : '';
    if (variant === 'ghost') return `<a href="#" class="${type}" ${declared}>${this.text(label)}</a>`;
    const icon = r.chance(0.25) ? this.icon(12, 18) : '';
    if (type !== '' && r.chance(0.3)) return `<a href="#" class="${type}" data-class="button">${icon} ${this.text(label)}</a>`;
    if (r.chance(0.2)) return `<input type="${r.pick(['submit', 'button'])}" class="${type}" value="${this.text(label)}" ${disabled}>`;
    return `<button type="button" class="${type}" ${disabled}>${r.chance(0.8) ? `${icon} ${this.text(label)}` : `${this.text(label)} ${icon}`}</button>`;
  }

  iconButton(): string {
    const r = this.random;
    const own = r.pick(['o-btn o-square', 'o-btn o-square o-primary', 'o-btn o-square o-outline']);
    return `<button type="button" class="${own}" style="${r.chance(0.3) ? 'border-radius:50%' : ''}">${this.icon(14, 22)}</button>`;
  }

  /** An icon that stands alone, as in a toolbar without frames. */
  bareIcon(): string {
    const count = this.random.chance(0.15) ? `<span data-class="badge" style="position:absolute;left:55%;top:-7px;background:${this.random.pick(['#e33', '#d00', this.theme.accent])};color:#fff;font:bold 9px/14px sans-serif;padding:0 4px;border-radius:7px">${this.random.int(1, 12)}</span>` : '';
    return `<span style="position:relative" class="${this.random.chance(0.4) ? 'x-muted' : ''}">${this.icon(14, 26)}${count}</span>`;
  }

  link(label = this.words.label()): string {
    return `<a href="#">${this.text(label)}</a>`;
  }

  input(hint = this.words.field(), type = this.random.pick(['text', 'text', 'email', 'password', 'search', 'number', 'tel', 'date'])): string {
    const r = this.random;
    const filled = r.chance(0.3);
    const value = type === 'number' ? String(r.int(0, 999)) : type === 'date' ? '2024-03-14' : type === 'email' ? this.words.email() : this.words.value();
    const content = `${filled ? `value="${this.text(value)}"` : ''} ${r.chance(0.6) ? `placeholder="${this.text(hint)}"` : ''}`;
    return `<input type="${type}" class="${this.skin.field}" ${content} ${r.chance(0.06) ? 'disabled' : ''} ${this.skin.field ? '' : `size="${r.int(8, 32)}"`}>`;
  }

  area(): string {
    const r = this.random;
    const content = r.chance(0.3) ? this.text(this.words.paragraph(1, 2)) : '';
    return `<textarea class="${this.skin.area}" rows="${r.int(2, 7)}" ${this.skin.area ? '' : `cols="${r.int(20, 50)}"`} ${r.chance(0.5) ? `placeholder="${this.text(this.words.sentence())}"` : ''}>${content}</textarea>`;
  }

  select(): string {
    if (this.random.chance(0.25)) return this.combobox();
    const options = this.random.some(1, 4, () => `<option>${this.text(this.random.chance(0.5) ? this.words.label() : this.words.value())}</option>`);
    const select = `<select class="${this.skin.select}" ${this.random.chance(0.05) ? 'disabled' : ''}>${options.join('')}</select>`;
    return this.skin.selectWrap ? `<div class="${this.skin.selectWrap}">${select}</div>` : select;
  }

  /** A select that a script library draws: a box with a value, and an icon at its end. */
  combobox(): string {
    const r = this.random;
    const t = this.theme;
    const mark = r.pick(['<path d="M2 4l4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.5"/>', '<path d="M2 4h8L6 9z" fill="currentColor"/>', '<path d="M3 5l3-3 3 3M3 7l3 3 3-3" fill="none" stroke="currentColor"/>']);
    const look = `box-sizing:border-box;display:inline-flex;align-items:center;justify-content:space-between;gap:8px;width:${r.pick(['100%', '100%', `${r.int(110, 220)}px`])};height:${r.int(28, 46)}px;padding:0 ${r.int(8, 14)}px;background:${t.surface};border:1px solid ${r.pick([t.line, t.muted])};border-radius:${r.pick([0, t.radius, t.radius])}px`;
    const value = r.chance(0.2) ? `<span class="x-muted">${r.pick(['Select…', 'Choose one', 'Please select'])}</span>` : this.text(r.chance(0.5) ? this.words.label() : this.words.value());
    return `<div role="combobox" tabindex="0" style="${look}"><span style="overflow:hidden;white-space:nowrap">${value}</span><svg width="${r.int(10, 14)}" viewBox="0 0 12 12" data-class="none" style="flex:none">${mark}</svg></div>`;
  }

  check(type: 'checkbox' | 'radio' = this.random.pick(['checkbox', 'radio']), label = this.text(this.words.label())): string {
    const r = this.random;
    const checked = r.chance(0.45) ? 'checked' : '';
    if (this.skin.check && r.chance(0.85)) return this.skin.check(type, checked, label);
    if (r.chance(0.4)) {
      const mark = !checked ? '' : type === 'radio' ? '<b style="width:40%;height:40%;border-radius:50%;background:currentColor"></b>' : '<svg width="70%" viewBox="0 0 10 10" data-class="none"><path d="M1 5l3 3 5-6" fill="none" stroke="currentColor" stroke-width="2"/></svg>';
      return `<label><span class="o-check ${type === 'radio' ? 'round' : ''}" role="${type}" aria-checked="${checked !== ''}">${mark}</span> ${label}</label>`;
    }
    const size = r.chance(0.2) ? `width:${r.int(14, 20)}px;height:${r.int(14, 20)}px;` : '';
    const accent = r.chance(0.2) ? 'accent-color:' + this.theme.accent : '';
    return `<label><input type="${type}" name="n${this.#names++}" ${checked} ${r.chance(0.06) ? 'disabled' : ''} style="${size}${accent}"> ${label}</label>`;
  }

  switch(): string {
    return `<span class="o-switch" role="switch" aria-checked="${this.random.chance(0.5)}"></span>`;
  }

  slider(): string {
    const value = this.random.int(0, 100);
    if (this.random.chance(0.5)) return `<input type="range" value="${value}" style="width:${this.random.int(80, 260)}px">`;
    return `<span class="o-slider" role="slider" aria-valuenow="${value}" style="width:${this.random.int(100, 260)}px"><b style="width:${value}%"></b><i style="left:calc(${value}% - 8px)"></i></span>`;
  }

  progress(): string {
    const value = this.random.int(3, 100);
    if (this.skin.progress !== undefined && this.random.chance(0.6)) return `<progress class="${this.skin.progress}" value="${value}" max="100"></progress>`;
    if (this.random.chance(0.2)) return `<${this.random.pick(['progress', 'meter'])} value="${value}" max="100" aria-valuenow="${value}"></progress>`;
    return `<div class="o-progress" role="progressbar" aria-valuenow="${value}"><div style="width:${value}%">${this.random.chance(0.2) ? `${value}%` : ''}</div></div>`;
  }

  badge(label?: string): string {
    const r = this.random;
    const text = label ?? (r.chance(0.4) ? String(r.int(1, 99)) : this.words.label());
    return `<span class="${this.skin.badge} ${r.chance(0.5) ? 'strong' : ''}" data-class="badge">${this.text(text)}</span>`;
  }

  avatar(size = this.random.int(24, 64)): string {
    const box = `width:${size}px;height:${size}px`;
    if (this.random.chance(0.35))
      return `<span class="o-avatar" data-class="avatar" style="${box};font-size:${Math.round(size * 0.4)}px;background:${randomColor(this.random)}">${this.random.chance(0.8) ? this.text(this.words.name().replace(/[^A-Z]/g, '').slice(0, 2) || 'A') : this.icons.svg(Math.round(size * 0.6), 'data-class="none"')}</span>`;
    return `<img class="o-avatar" data-class="avatar" alt="" style="${box}" src="${pictureSource(this.random, size, size)}">`;
  }

  /** A picture of the given size; `width` may be a CSS width such as `100%`. */
  image(width: number, height: number, css = `width:${width}px`): string {
    const r = this.random;
    const round = r.chance(0.3) ? `border-radius:${r.pick([this.theme.radius, 8, 999])}px;` : '';
    const border = r.chance(0.1) ? `border:1px solid ${this.theme.line};padding:${r.int(0, 4)}px;` : '';
    return `<img class="x-img" alt="" style="${css};height:${height}px;object-fit:cover;${round}${border}" src="${pictureSource(r, width, height)}">`;
  }

  card(body: string, css = ''): string {
    return `<div class="${this.skin.card}" data-class="card" style="${css}"><div class="${this.skin.cardBody}">${body}</div></div>`;
  }

  /** Sides by side where there is room. */
  grid(items: string[], columns: number): string {
    return `<div class="x-grid" style="grid-template-columns:repeat(${this.narrow ? Math.min(columns, 1 + Number(columns > 3)) : columns},minmax(0,1fr))">${items.join('')}</div>`;
  }

  field(): string {
    const r = this.random;
    const control = r.weighted({ input: 6, select: 2, area: 1 });
    return { input: () => this.input(), select: () => this.select(), area: () => this.area() }[control]();
  }

  labelled(control = this.field()): string {
    const label = this.text(this.words.field()) + (this.random.chance(0.2) ? ' <span style="color:#d33">*</span>' : this.random.chance(0.2) ? ':' : '');
    const help = this.random.chance(0.15) ? `<div class="x-small x-muted">${this.text(this.words.sentence())}</div>` : '';
    return `<div style="margin-bottom:${this.theme.space * 1.5}px"><label style="display:block;margin-bottom:3px" class="${this.random.pick(['', 'x-small', 'x-bold'])}">${label}</label>${control}${help}</div>`;
  }

  logo(): string {
    const r = this.random;
    const name = this.text(this.words.company().split(/[ ,]/)[0] ?? 'Acme');
    const mark = r.chance(0.6) ? `<span style="color:${this.theme.accent}">${this.icons.logo(r.int(20, 36))}</span>` : r.chance(0.3) ? this.image(r.int(80, 160), r.int(28, 50)) : '';
    return `<a href="#" class="x-row x-plainlink x-bold x-nowrap" style="font-size:${r.int(16, 24)}px;font-family:${this.theme.headFont.replaceAll('"', "'")}">${mark}${mark.includes('<img') ? '' : name}</a>`;
  }
}
