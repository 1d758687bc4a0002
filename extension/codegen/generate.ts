/** Design to source files of one target. */
import { format } from 'prettier';
import type { Design } from '../layout/design.ts';
import type { Box } from '../vision/scene.ts';
import { classesOf } from './classes.ts';
import { htmlDocument } from './html.ts';
import { stylesheet } from './stylesheet.ts';
import { visible } from './texts.ts';
import { tokensOf } from './tokens.ts';
import type { TracedIcon } from './trace.ts';
import { walk } from './walk.ts';

export type Target = 'html' | 'react';

/**
 * A file of the output, its path relative to the output folder. One with a `crop` is a picture that the caller cuts from
 * the screenshot at that box (image pixels, as it is: no scaling) and writes as PNG.
 */
export type GeneratedFile = { path: string; text: string } | { path: string; crop: Box };

export interface GenerateOptions {
  /** By icon node id, what `trace` made of it; an icon without one (of several colours) becomes a picture. */
  icons?: ReadonlyMap<string, TracedIcon>;
  /**
   * Adds `data-node="n12"` to every element: the ids of the nodes it stands for, parted by spaces (a button that was merged
   * with its text has both), so `[data-node~="n12"]` finds it. For measuring; never in what a person gets.
   */
  mark?: boolean;
}

/** The files of one target. Deterministic: equal designs give equal bytes. */
export async function generate(
  design: Design,
  target: Target,
  options: GenerateOptions = {},
): Promise<GeneratedFile[]> {
  const { root, assets } = walk(design, options.icons);
  const tokens = tokensOf(design, root);
  const print = { mark: options.mark ?? false };
  if (target === 'html') {
    const classes = classesOf(root, tokens);
    const page = htmlDocument(root, classes, { title: visible(design.title), language: design.language }, print);
    const [html, css] = await Promise.all([
      format(page, { parser: 'html', ...STYLE }),
      format(stylesheet(root, classes, tokens), { parser: 'css', ...STYLE }),
    ]);
    return [{ path: 'index.html', text: html }, { path: 'styles.css', text: css }, ...assets];
  }
  throw new Error('react: not there yet');
}

const STYLE = { printWidth: 100, singleQuote: true, htmlWhitespaceSensitivity: 'css' as const };
