/** Text style: what of a TextLook must be declared, given what CSS inherits. */
import type { TextLook } from '../layout/design.ts';
import { px, type Style } from './element.ts';

/** What an element's text has before any declaration of its own. */
export interface Inherited {
  look: TextLook;
  /** CSS `line-height` as inherited: a factor of the font size, or px. */
  leading: { factor: number } | { px: number };
  /** Whether line heights are declared in px throughout, and anew with each font size, as Tailwind's classes do. */
  absolute: boolean;
}

/** Browsers cut line heights to 1/64 px: a factor that gives a hair less than whole px moves the text by one. */
const LEADING_TOLERANCE = 1e-6;

/** The factor that gives `lineHeight` at `size` exactly, if there is one of up to three decimals. */
function leadingOf(size: number, lineHeight: number): Inherited['leading'] {
  const factor = Math.round((lineHeight / size) * 1000) / 1000;
  return Math.abs(factor * size - lineHeight) < LEADING_TOLERANCE ? { factor } : { px: lineHeight };
}

function lineHeightFrom(leading: Inherited['leading'], size: number): number {
  return 'factor' in leading ? leading.factor * size : leading.px;
}

/**
 * Declares what differs. `ends` says that the element holds text itself: decoration isn't inherited but drawn through, so
 * only such elements declare it. `given` is what the tag has by itself (`strong`: 700).
 */
export function lookStyle(
  part: Partial<TextLook>,
  inherited: Inherited,
  ends: boolean,
  given: Partial<TextLook> = {},
): { style: Style; now: Inherited } {
  const want = { ...inherited.look, ...part };
  const have = { ...inherited.look, ...given };
  const style: Style = new Map();
  if (want.family !== have.family) style.set('font-family', want.family);
  if (want.size !== have.size) style.set('font-size', px(want.size));
  if (want.weight !== have.weight) style.set('font-weight', String(want.weight));
  if (want.italic !== have.italic) style.set('font-style', want.italic ? 'italic' : 'normal');
  let leading = inherited.leading;
  const resized = inherited.absolute && want.size !== have.size;
  if (resized || Math.abs(lineHeightFrom(leading, want.size) - want.lineHeight) >= LEADING_TOLERANCE) {
    leading = inherited.absolute ? { px: want.lineHeight } : leadingOf(want.size, want.lineHeight);
    style.set('line-height', 'factor' in leading ? String(leading.factor) : px(leading.px));
  }
  if (want.letterSpacing !== have.letterSpacing) style.set('letter-spacing', px(want.letterSpacing) || 'normal');
  if (want.color !== have.color) style.set('color', want.color);
  if (want.align !== have.align) style.set('text-align', want.align);
  if (want.transform !== have.transform) {
    if (have.transform === 'uppercase' || want.transform === 'uppercase')
      style.set('text-transform', want.transform === 'uppercase' ? 'uppercase' : 'none');
    if (have.transform === 'small-caps' || want.transform === 'small-caps')
      style.set('font-variant-caps', want.transform === 'small-caps' ? 'small-caps' : 'normal');
  }
  const decoration = [want.underline && 'underline', want.strike && 'line-through'].filter(Boolean).join(' ');
  const given_ = [given.underline && 'underline', given.strike && 'line-through'].filter(Boolean).join(' ');
  if (ends && decoration !== given_) style.set('text-decoration-line', decoration || 'none');
  return { style, now: { look: want, leading, absolute: inherited.absolute } };
}

/** The style of the page's body, from which everything inherits. */
export function bodyStyle(look: TextLook, absolute: boolean): { style: Style; now: Inherited } {
  const leading = absolute ? { px: look.lineHeight } : leadingOf(look.size, look.lineHeight);
  const style: Style = new Map([
    ['font-family', look.family],
    ['font-size', px(look.size)],
    ['line-height', 'factor' in leading ? String(leading.factor) : px(leading.px)],
    ['color', look.color],
  ]);
  if (look.weight !== 400) style.set('font-weight', String(look.weight));
  if (look.italic) style.set('font-style', 'italic');
  if (look.letterSpacing) style.set('letter-spacing', px(look.letterSpacing));
  if (look.align !== 'left') style.set('text-align', look.align);
  return { style, now: { look: { ...look, underline: false, strike: false, transform: 'none' }, leading, absolute } };
}
