/** How a framework marks up the controls that pages here are composed of: class names, and its style sheet. */
export interface Skin {
  /** Under node_modules. */
  sheets: string[];
  button: { plain: string; primary: string; outline: string; ghost: string; danger: string; success: string; small: string };
  field: string;
  /** Class of an element that the framework wants around a select. */
  selectWrap?: string;
  select: string;
  area: string;
  card: string;
  cardBody: string;
  table: string;
  badge: string;
  alert: string;
  /** Markup for a check box or radio with its label, where the framework draws it itself. */
  check?: (type: 'checkbox' | 'radio', checked: string, label: string) => string;
  /** Class of a native progress element. */
  progress?: string;
}

export const OWN_SKIN: Skin = {
  sheets: [],
  button: { plain: 'o-btn', primary: 'o-btn o-primary', outline: 'o-btn o-outline', ghost: 'o-btn o-ghost', danger: 'o-btn o-danger', success: 'o-btn o-success', small: 'o-sm' },
  field: 'o-field', select: 'o-field', area: 'o-field', card: 'o-card', cardBody: 'x-pad', table: 'o-table', badge: 'o-badge', alert: 'o-alert',
}; // prettier-ignore

/** Nothing styled: what the browser draws by itself. */
export const NATIVE_SKIN: Skin = {
  ...OWN_SKIN,
  button: { plain: '', primary: '', outline: '', ghost: '', danger: '', success: '', small: '' },
  field: '', select: '', area: '',
}; // prettier-ignore

export const FRAMEWORKS: Record<string, Skin> = {
  bulma: {
    sheets: ['bulma/css/bulma.min.css'],
    button: { plain: 'button', primary: 'button is-primary', outline: 'button is-link is-outlined', ghost: 'button is-text', danger: 'button is-danger', success: 'button is-success is-light', small: 'is-small' },
    field: 'input', selectWrap: 'select', select: '', area: 'textarea', card: 'card', cardBody: 'card-content', table: 'table is-striped is-fullwidth',
    badge: 'tag is-info', alert: 'notification is-warning is-light', progress: 'progress is-primary',
  },
  pico: {
    sheets: ['@picocss/pico/css/pico.min.css'],
    button: { plain: 'secondary', primary: '', outline: 'outline', ghost: 'outline secondary', danger: 'contrast', success: '', small: '' },
    field: '', select: '', area: '', card: 'o-card', cardBody: 'x-pad', table: 'striped', badge: 'o-badge', alert: 'o-alert', progress: '',
  },
  foundation: {
    sheets: ['foundation-sites/dist/css/foundation.min.css'],
    button: { plain: 'button secondary', primary: 'button', outline: 'button hollow', ghost: 'button clear', danger: 'button alert', success: 'button success', small: 'small' },
    field: '', select: '', area: '', card: 'card', cardBody: 'card-section', table: 'hover', badge: 'label', alert: 'callout warning',
  },
  milligram: {
    sheets: ['normalize.css/normalize.css', 'milligram/dist/milligram.min.css'],
    button: { plain: 'button button-outline', primary: 'button', outline: 'button button-outline', ghost: 'button button-clear', danger: 'button', success: 'button', small: '' },
    field: '', select: '', area: '', card: 'o-card', cardBody: 'x-pad', table: '', badge: 'o-badge', alert: 'o-alert',
  },
  fomantic: {
    sheets: ['fomantic-ui-css/semantic.min.css'],
    button: { plain: 'ui button', primary: 'ui primary button', outline: 'ui basic blue button', ghost: 'ui tertiary button', danger: 'ui red button', success: 'ui green button', small: 'mini' },
    field: 'x-ui', select: 'ui dropdown', area: 'x-ui', card: 'ui segment', cardBody: '', table: 'ui celled table', badge: 'ui teal label', alert: 'ui info message',
    check: (type, checked, label) => `<div class="ui ${type === 'radio' ? 'radio ' : ''}checkbox"><input type="${type}" ${checked} data-class="none"><label data-before="${type}" data-state="${checked}">${label}</label></div>`,
  },
  uikit: {
    sheets: ['uikit/dist/css/uikit.min.css'],
    button: { plain: 'uk-button uk-button-default', primary: 'uk-button uk-button-primary', outline: 'uk-button uk-button-secondary', ghost: 'uk-button uk-button-text', danger: 'uk-button uk-button-danger', success: 'uk-button uk-button-primary', small: 'uk-button-small' },
    field: 'uk-input', select: 'uk-select', area: 'uk-textarea', card: 'uk-card uk-card-default', cardBody: 'uk-card-body', table: 'uk-table uk-table-divider',
    badge: 'uk-label', alert: 'uk-alert-primary uk-padding-small', progress: 'uk-progress',
    check: (type, checked, label) => `<label><input class="uk-${type}" type="${type}" ${checked}> ${label}</label>`,
  },
  spectre: {
    sheets: ['spectre.css/dist/spectre.min.css'],
    button: { plain: 'btn', primary: 'btn btn-primary', outline: 'btn', ghost: 'btn btn-link', danger: 'btn btn-error', success: 'btn btn-success', small: 'btn-sm' },
    field: 'form-input', select: 'form-select', area: 'form-input', card: 'card', cardBody: 'card-body', table: 'table table-striped',
    badge: 'label label-secondary', alert: 'toast toast-success', progress: 'progress',
    check: (type, checked, label) => `<label class="form-${type}"><input type="${type}" ${checked} data-class="none"><i class="form-icon" data-class="${type}" data-state="${checked}"></i> ${label}</label>`,
  },
  primer: {
    sheets: ['@primer/css/dist/primer.css'],
    button: { plain: 'btn', primary: 'btn btn-primary', outline: 'btn btn-outline', ghost: 'btn btn-invisible', danger: 'btn btn-danger', success: 'btn btn-primary', small: 'btn-sm' },
    field: 'form-control', select: 'form-select', area: 'form-control', card: 'Box', cardBody: 'Box-body', table: 'o-table', badge: 'Label Label--accent', alert: 'flash',
  },
  water: {
    sheets: ['water.css/out/light.min.css'],
    button: { plain: '', primary: '', outline: '', ghost: '', danger: '', success: '', small: '' },
    field: '', select: '', area: '', card: 'o-card', cardBody: 'x-pad', table: '', badge: 'o-badge', alert: 'o-alert', progress: '',
  },
  pure: {
    sheets: ['purecss/build/pure-min.css'],
    button: { plain: 'pure-button', primary: 'pure-button pure-button-primary', outline: 'pure-button', ghost: 'pure-button', danger: 'pure-button', success: 'pure-button', small: '' },
    field: '', select: '', area: '', card: 'o-card', cardBody: 'x-pad', table: 'pure-table pure-table-horizontal', badge: 'o-badge', alert: 'o-alert',
  },
  materialize: {
    sheets: ['@materializecss/materialize/dist/css/materialize.min.css'],
    button: { plain: 'btn grey', primary: 'btn', outline: 'btn outlined', ghost: 'btn-flat', danger: 'btn red', success: 'btn green', small: 'btn-small' },
    field: 'o-field', select: 'o-field browser-default', area: 'o-field', card: 'card', cardBody: 'card-content', table: 'striped', badge: 'o-badge', alert: 'card-panel',
    check: (type, checked, label) => `<label><input type="${type}" ${checked} data-class="none"><span data-before="${type}" data-state="${checked}">${label}</span></label>`,
  },
}; // prettier-ignore
