/** Kinds of things that belong together. */
import type { ElementClass } from '../vision/scene.ts';
import type { ThingKind } from './things.ts';

/** What is filled in with words. */
export const FIELDS: readonly ElementClass[] = ['text-field', 'text-area', 'select'];
/** They are on or off. */
export const TOGGLES: readonly ElementClass[] = ['checkbox', 'radio', 'switch'];
/** What can be used. */
export const CONTROLS: readonly ElementClass[] = ['button', ...FIELDS, ...TOGGLES, 'slider', 'tab', 'link'];
/** Texts that are nothing but text. */
export const PLAIN_TEXTS: readonly ThingKind[] = ['text', 'heading'];
/** They say nothing, but for a name that something by them gives them. */
export const NAMELESS: readonly ThingKind[] = ['icon', 'image', 'avatar'];
/** Where one goes about from. */
export const MENUS: readonly ThingKind[] = ['navigation', 'header', 'sidebar'];

/** Whether a thing, or an element's class, is one of some kinds. */
export const isOneOf = (kinds: readonly ThingKind[], kind: ThingKind): boolean => kinds.includes(kind);
