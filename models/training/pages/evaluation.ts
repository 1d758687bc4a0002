import { shell, wrap } from './compose.ts';
import type { ComposedPage } from './compose.ts';
import { documentPage } from './documents.ts';
import { Icons } from './icons.ts';
import { Kit } from './kit.ts';
import { Random } from './random.ts';
import { NATIVE_SKIN } from './skins.ts';
import type { Skin } from './skins.ts';
import { drawTheme } from './theme.ts';
import { Words } from './words.ts';

/** Never trained on: the Bootstrap framework, Font Awesome's icons, and the Liberation and DejaVu faces. */
const BOOTSTRAP: Skin = {
  sheets: ['bootstrap/dist/css/bootstrap.min.css'],
  button: { plain: 'btn btn-secondary', primary: 'btn btn-primary', outline: 'btn btn-outline-primary', ghost: 'btn btn-link', danger: 'btn btn-danger', success: 'btn btn-success', small: 'btn-sm' },
  field: 'form-control', select: 'form-select', area: 'form-control', card: 'card shadow-sm', cardBody: 'card-body', table: 'table table-striped',
  badge: 'badge text-bg-info', alert: 'alert alert-warning',
  check: (type, checked, label) => `<label class="form-check"><input class="form-check-input" type="${type}" ${checked}> <span class="form-check-label">${label}</span></label>`,
}; // prettier-ignore
const ICONS = ['@fortawesome/fontawesome-free/svgs/solid', '@fortawesome/fontawesome-free/svgs/regular'];
const FACES = ['Liberation Sans', 'Liberation Sans', 'DejaVu Sans', 'Liberation Serif', 'DejaVu Serif'];
/** Share of pages that are plain documents in the kept-apart faces. */
const DOCUMENTS = 0.3;

export function evaluationPage(seed: number): ComposedPage {
  const random = new Random(seed * 6007 + 900001);
  const width = random.pick([390, 768, 1024, 1280, 1280, 1440]);
  const document = random.chance(DOCUMENTS);
  const face = `"${random.pick(FACES)}"`;
  const theme = { ...drawTheme(random), bodyFont: face, headFont: face, monoFont: '"Liberation Mono"', fontFaces: '', accent: '#0d6efd', radius: 6 };
  const kit = new Kit(random, theme, document ? NATIVE_SKIN : BOOTSTRAP, width, new Words(random, seed + 900000), new Icons(random, ICONS));
  if (document) return { html: wrap([], '', documentPage(kit), ''), width, kind: 'document' };
  const own = `body{font-family:${face}!important}.x-row{display:flex;flex-wrap:wrap;align-items:center;gap:8px}.x-between{justify-content:space-between}.x-nowrap{flex-wrap:nowrap}.x-grid{display:grid;gap:1rem}.x-grow{flex:1;min-width:0}.x-wrap{max-width:1140px;margin:0 auto;padding:12px}.x-center{text-align:center}.x-icon{flex:none;vertical-align:middle}.x-plainlink{color:inherit;text-decoration:none}.x-muted{color:#6c757d}.x-small{font-size:.875em}.x-tiny{font-size:.7em}.x-bold{font-weight:700}.x-dark{background:#212529;color:#eee}.x-accent{background:#4e73df;color:#fff}.x-under{border-bottom:1px solid #dee2e6}.x-img{display:block;max-width:100%}.x-pad{padding:16px}.x-surface{background:#fff}.o-avatar{display:inline-flex;align-items:center;justify-content:center;border-radius:50%;overflow:hidden;flex:none;color:#fff}`;
  return { html: wrap(BOOTSTRAP.sheets, own, withBootstrapMarkup(shell(kit)), ''), width, kind: 'bootstrap' };
}

/** Our own stand-ins for what Bootstrap has itself get its markup. */
function withBootstrapMarkup(html: string): string {
  return html
    .replace(/<span class="o-switch" role="switch" aria-checked="(true|false)"><\/span>/g, (_, on: string) => `<span class="form-check form-switch"><input class="form-check-input" type="checkbox" role="switch" ${on === 'true' ? 'checked' : ''}></span>`)
    .replace(/<div class="o-progress"([^>]*)><div style="/g, '<div class="progress"$1><div class="progress-bar" style="')
    .replace(/<span class="o-check[^"]*" role="(checkbox|radio)" aria-checked="(true|false)">(<svg.*?<\/svg>|<b[^>]*><\/b>)?<\/span>/g, (_, type: string, on: string) => `<input class="form-check-input" type="${type}" ${on === 'true' ? 'checked' : ''}>`)
    .replaceAll('type="range"', 'type="range" class="form-range"')
    .replaceAll('class="o-tabs"', 'class="nav nav-tabs"')
    .replace(/class="o-tab" role="tab" aria-selected="(true|false)"/g, (_, on: string) => `class="nav-link ${on === 'true' ? 'active' : ''}" role="tab" aria-selected="${on}"`)
    .replaceAll('o-btn o-square', 'btn btn-light')
    .replaceAll('"o-btn"', '"btn btn-secondary"')
    .replaceAll('"o-card', '"card')
    .replace(/<span class="o-slider" role="slider" aria-valuenow="(\d+)"[^>]*>.*?<\/span>/g, '<input type="range" class="form-range" value="$1">');
}
