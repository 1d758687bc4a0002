import type { Random } from './random.ts';

/** A page's look, drawn once per page. */
export interface Theme {
  dark: boolean;
  hue: number;
  radius: number;
  /** CSS values. */
  ground: string;
  surface: string;
  ink: string;
  muted: string;
  line: string;
  accent: string;
  onAccent: string;
  bodyFont: string;
  headFont: string;
  monoFont: string;
  base: number;
  space: number;
  shadow: string;
  fontFaces: string;
}

/** What a headless browser has installed for generation: free cuts of the classic faces; see fonts.conf. */
const SYSTEM_STACKS = ['Arial, sans-serif', 'Helvetica, sans-serif', '"Times New Roman", serif', 'Verdana, sans-serif', 'FreeSans', 'FreeSerif', 'sans-serif', 'serif', 'Georgia, serif', 'system-ui'];
const WEB_FONTS = [
  'inter', 'roboto', 'open-sans', 'lato', 'poppins', 'montserrat', 'source-sans-3', 'noto-sans', 'merriweather', 'lora', 'playfair-display',
  'pt-serif', 'pt-sans', 'ibm-plex-sans', 'work-sans', 'dm-sans', 'rubik', 'karla', 'raleway', 'oswald', 'roboto-slab', 'roboto-condensed',
  'eb-garamond', 'nunito', 'manrope', 'figtree', 'barlow', 'mulish', 'fira-sans', 'ubuntu', 'quicksand', 'noto-serif', 'zilla-slab', 'arvo',
  'bitter', 'cabin', 'heebo', 'hind', 'jost', 'josefin-sans', 'libre-franklin', 'public-sans', 'plus-jakarta-sans', 'outfit', 'urbanist',
  'space-grotesk', 'caveat', 'lobster', 'bebas-neue', 'comic-neue', 'crimson-text', 'alegreya', 'vollkorn', 'titillium-web', 'oxygen',
]; // prettier-ignore
const MONO_FONTS = ['roboto-mono', 'jetbrains-mono', 'fira-code', 'source-code-pro', 'ibm-plex-mono', 'space-mono', 'ubuntu-mono'];

export function drawTheme(random: Random): Theme {
  const dark = random.chance(0.22);
  const hue = random.int(0, 359);
  const tint = random.chance(0.5) ? random.int(0, 25) : 0;
  const faces: string[] = [];
  const family = (web: readonly string[], share: number): string => {
    if (!random.chance(share)) return random.pick(SYSTEM_STACKS);
    const id = random.pick(web);
    faces.push(id);
    return `"x-${id}", sans-serif`;
  };
  const bodyFont = family(WEB_FONTS, 0.6);
  const headFont = random.chance(0.6) ? bodyFont : family(WEB_FONTS, 0.7);
  const monoFont = family(MONO_FONTS, 0.6).replace('sans-serif', 'monospace').replace(/^(Arial|Helvetica|"Times|Verdana|Free|sans|serif|Georgia|system).*/, 'monospace');
  const accentLight = random.int(28, 62);
  const gray = (light: number): string => `hsl(${hue} ${tint}% ${dark ? 100 - light : light}%)`;
  return {
    dark,
    hue,
    radius: random.pick([0, 0, 2, 3, 4, 4, 6, 8, 8, 12, 16, 24]),
    ground: dark ? gray(random.int(85, 96)) : random.chance(0.6) ? '#fff' : gray(random.int(92, 99)),
    surface: dark ? gray(random.int(78, 88)) : random.chance(0.8) ? '#fff' : gray(random.int(94, 99)),
    ink: gray(random.int(2, 25)),
    muted: gray(random.int(38, 58)),
    line: gray(random.int(78, 92)),
    accent: `hsl(${random.chance(0.5) ? random.int(200, 265) : random.int(0, 359)} ${random.int(45, 100)}% ${accentLight}%)`,
    onAccent: accentLight > 56 && random.chance(0.5) ? '#111' : '#fff',
    bodyFont,
    headFont,
    monoFont,
    base: random.pick([12, 13, 14, 14, 15, 16, 16, 16, 17, 18]),
    space: random.pick([4, 6, 8, 8, 10, 12]),
    shadow: random.pick(['none', 'none', '0 1px 2px #0003', '0 2px 8px #0002', '0 4px 16px #0003', '0 10px 30px #0002', '0 0 0 1px #0001, 0 1px 3px #0002']),
    fontFaces: [...new Set(faces)].map(fontFace).join(''),
  };
}

/** Regular and bold of a @fontsource family, from the asset server. */
function fontFace(id: string): string {
  return [400, 700]
    .map((weight) => `@font-face{font-family:"x-${id}";font-weight:${weight === 400 ? '100 500' : '600 900'};src:url(/@fontsource/${id}/files/${id}-latin-${weight}-normal.woff2)}`)
    .join('');
}

/** Style sheet of a page with this theme: layout helpers for every page (`x-`), and the look of our own controls (`o-`). */
export function themeCss(random: Random, t: Theme): string {
  const r = t.radius;
  const pad = t.space;
  const fieldLook = random.pick([
    `border:1px solid ${t.line};background:${t.surface};border-radius:${r}px`,
    `border:1px solid ${t.muted};background:${t.ground};border-radius:${r}px`,
    `border:0;border-bottom:1px solid ${t.muted};background:transparent`,
    `border:0;background:color-mix(in srgb, ${t.ink} ${random.int(5, 12)}%, ${t.surface});border-radius:${r}px`,
    `border:2px solid ${t.line};background:${t.surface};border-radius:${Math.max(r, 20)}px`,
    `border:1px solid ${t.line};background:${t.surface};box-shadow:inset 0 1px 3px #0002`,
  ]);
  const buttonLook = random.pick([
    'border:0',
    'border:1px solid transparent',
    'border:1px solid #0003;background-image:linear-gradient(#fff4,#0001)',
    'border:0;text-transform:uppercase;letter-spacing:.05em',
    `border:0;box-shadow:${t.shadow}`,
  ]);
  const buttonRadius = random.chance(0.15) ? 99 : r;
  const height = random.pick([26, 30, 32, 36, 38, 40, 44, 48]);
  const a = t.accent;
  const tall = random.pick([1.2, 1.3, 1.4, 1.5, 1.5, 1.6, 1.8]);
  return `${t.fontFaces}
body{margin:0;background:${t.ground};color:${t.ink};font:${t.base}px/${tall} ${t.bodyFont}}
h1,h2,h3,h4{font-family:${t.headFont};line-height:1.2;margin:.5em 0;font-weight:${random.pick([400, 600, 700, 700, 800])}}
p{margin:.5em 0 1em} a{color:${a};${random.chance(0.5) ? 'text-decoration:none' : ''}} code,pre{font-family:${t.monoFont};font-size:.9em}
.x-row{display:flex;flex-wrap:wrap;align-items:center;gap:${pad}px}.x-between{justify-content:space-between}.x-nowrap{flex-wrap:nowrap}
.x-grid{display:grid;gap:${pad * 2}px}.x-col{display:flex;flex-direction:column;gap:${pad}px}.x-grow{flex:1;min-width:0}
.x-wrap{max-width:${random.pick([720, 960, 1100, 1200, 1320])}px;margin:0 auto;padding:${pad}px ${pad * 2}px}.x-center{text-align:center;justify-content:center;align-items:center}
.x-muted{color:${t.muted}}.x-small{font-size:.85em}.x-tiny{font-size:${Math.max(9, t.base * 0.7)}px}.x-big{font-size:1.25em}.x-bold{font-weight:700}
.x-line{border:1px solid ${t.line}}.x-under{border-bottom:1px solid ${t.line}}.x-over{border-top:1px solid ${t.line}}.x-pad{padding:${pad * 2}px}
.x-accent{background:${a};color:${t.onAccent}}.x-accent a{color:inherit}.x-icon{flex:none;vertical-align:middle}.x-surface{background:${t.surface}}
.x-plainlink{color:inherit;text-decoration:none}.x-img{display:block;max-width:100%}.x-dark{background:hsl(${t.hue} ${random.int(0, 40)}% ${random.int(8, 22)}%);color:#eee}.x-dark a{color:#fff}
.o-card{background:${t.surface};border:${random.chance(0.7) ? `1px solid ${t.line}` : '0'};border-radius:${r}px;box-shadow:${t.shadow};overflow:hidden}
.o-field{box-sizing:border-box;${fieldLook};height:${height}px;padding:0 ${pad + 2}px;font:inherit;color:inherit;width:100%}
textarea.o-field{height:auto;padding:${pad}px ${pad + 2}px;min-height:${height * 2}px}::placeholder{color:${t.muted}}
select.o-field{${random.chance(0.5) ? `appearance:none;background-image:linear-gradient(45deg,transparent 50%,${t.muted} 50%),linear-gradient(-45deg,transparent 50%,${t.muted} 50%);background-size:5px 5px;background-repeat:no-repeat;background-position:calc(100% - 15px) 50%,calc(100% - 10px) 50%` : ''}}
.o-btn{box-sizing:border-box;display:inline-flex;align-items:center;justify-content:center;gap:6px;height:${height}px;padding:0 ${random.int(10, 26)}px;${buttonLook};border-radius:${buttonRadius}px;font:inherit;font-weight:${random.pick([400, 500, 600, 700])};text-decoration:none;white-space:nowrap;background-color:color-mix(in srgb, ${t.ink} 12%, ${t.surface});color:${t.ink}}
.o-primary{background-color:${a};color:${t.onAccent}}.o-outline{background:transparent;border:1px solid ${a};color:${a}}.o-ghost{background:transparent;border-color:transparent;color:${a};box-shadow:none}
.o-danger{background-color:hsl(0 70% 50%);color:#fff}.o-success{background-color:hsl(145 60% 38%);color:#fff}.o-sm{height:${Math.max(20, height - 8)}px;padding:0 8px;font-size:.85em}.o-square{width:${height}px;padding:0}.o-btn[disabled]{opacity:.5}
.o-badge{display:inline-block;padding:0 ${random.int(5, 9)}px;border-radius:${random.pick([3, 99, r])}px;font-size:${random.pick(['11px', '.75em', '.8em'])};line-height:1.7;font-weight:600;background:${random.chance(0.5) ? a : `color-mix(in srgb, ${a} 18%, ${t.surface})`};color:${random.chance(0.5) ? 'inherit' : a}}
.o-badge.strong{background:${a};color:${t.onAccent}}
.o-alert{padding:${pad}px ${pad * 2}px;border-radius:${r}px;border:1px solid color-mix(in srgb, ${a} 40%, ${t.surface});background:color-mix(in srgb, ${a} 12%, ${t.surface})}
.o-table{border-collapse:collapse;width:100%}.o-table td,.o-table th{padding:${random.int(3, 12)}px ${random.int(6, 16)}px;text-align:left;${random.pick([`border-bottom:1px solid ${t.line}`, `border:1px solid ${t.line}`, ''])}}
.o-table th{${random.pick([`background:color-mix(in srgb, ${t.ink} 6%, ${t.surface})`, `background:${a};color:${t.onAccent}`, `color:${t.muted};font-size:.85em`])}}${random.chance(0.4) ? `.o-table tr:nth-child(even) td{background:color-mix(in srgb, ${t.ink} 4%, ${t.surface})}` : ''}
.o-progress{height:${random.int(5, 18)}px;border-radius:${random.pick([0, 99, r])}px;background:color-mix(in srgb, ${t.ink} 12%, ${t.surface});overflow:hidden}.o-progress>*{height:100%;background:${a};color:#fff;font-size:10px;text-align:center;line-height:1.4}
.o-check{display:inline-flex;width:${random.pick([14, 16, 18, 20])}px;aspect-ratio:1;box-sizing:border-box;border:${random.pick([1, 1, 2])}px solid ${t.muted};border-radius:${random.pick([0, 2, 3, 4])}px;vertical-align:-3px;align-items:center;justify-content:center;color:${t.onAccent}}.o-check[aria-checked=true]{background:${a};border-color:${a}}.o-check.round{border-radius:50%}
.o-switch{display:inline-block;box-sizing:border-box;width:${random.pick([28, 32, 36, 40, 44, 52])}px;height:${random.pick([16, 18, 20, 22, 24])}px;border-radius:${random.chance(0.85) ? 99 : 3}px;background:${t.line};${random.chance(0.3) ? `border:1px solid ${t.muted};` : ''}padding:2px;vertical-align:middle;flex:none}.o-switch::after{content:"";display:block;height:100%;aspect-ratio:1;border-radius:inherit;background:${random.chance(0.8) ? '#fff' : t.ink};box-shadow:0 1px 2px #0005}.o-switch[aria-checked=true]{background:${a}}.o-switch[aria-checked=true]::after{margin-left:auto}
.o-avatar{display:inline-flex;align-items:center;justify-content:center;border-radius:${random.chance(0.85) ? '50%' : `${r}px`};object-fit:cover;flex:none;background:${a};color:${t.onAccent};overflow:hidden}
.o-tabs{display:flex;gap:${random.int(0, 16)}px;border-bottom:1px solid ${t.line}}.o-tab{padding:${random.int(4, 10)}px ${random.int(8, 18)}px;color:${t.muted};text-decoration:none}.o-tab[aria-selected=true]{color:${a};${random.pick([`border-bottom:2px solid ${a}`, `background:${a};color:${t.onAccent};border-radius:${r}px`, `border:1px solid ${t.line};border-bottom-color:${t.surface};background:${t.surface}`])}}
.o-slider{position:relative;height:16px;display:block}.o-slider::before{content:"";position:absolute;left:0;right:0;top:6px;height:4px;border-radius:4px;background:${t.line}}.o-slider i{position:absolute;top:0;width:16px;height:16px;border-radius:50%;background:${a};box-shadow:0 1px 3px #0005}.o-slider b{position:absolute;left:0;top:6px;height:4px;border-radius:4px;background:${a}}`;
}
