/** Design to source files of one target. */
import { format, type Options } from 'prettier';
import type { Design } from '../layout/design.ts';
import type { Box } from '../vision/scene.ts';
import { classesOf } from './classes.ts';
import { elements } from './element.ts';
import { htmlDocument } from './html.ts';
import type { Mark } from './marks.ts';
import { projectFiles, themeCss } from './project.ts';
import { reactModule } from './react.ts';
import { settleColors } from './settle-colors.ts';
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

/** The files of one target, formatted. Deterministic: equal designs give equal bytes. */
export async function generate(
  design: Design,
  target: Target,
  options: GenerateOptions = {},
): Promise<GeneratedFile[]> {
  return (await draw(design, target, options)).files;
}

/** Generated files, and which nodes the pieces of the first of them stand for. */
export interface Drawing {
  files: GeneratedFile[];
  /** In order: of each element of the page's body (HTML), or of what `reactModule` says. */
  marks: Mark[];
}

/** As `generate`, with what `codeRanges` needs to find nodes in the code. */
export function draw(design: Design, target: Target, options: GenerateOptions = {}): Promise<Drawing> {
  return target === 'html' ? drawHtml(design, options) : drawReact(design, options);
}

async function drawHtml(design: Design, options: GenerateOptions): Promise<Drawing> {
  const { root, assets } = walk(design, options.icons ?? new Map(), false);
  settleColors(root);
  const tokens = tokensOf(design, root);
  const classes = classesOf(root, tokens);
  const page = htmlDocument(
    root,
    classes,
    { title: visible(design.title), language: design.language },
    options.mark ?? false,
  );
  const files = [
    { path: 'index.html', text: await tidy(page, 'html') },
    { path: 'styles.css', text: await tidy(stylesheet(root, classes, tokens), 'css') },
    ...assets,
  ];
  return { files, marks: [...elements(root)].map(({ nodes }) => ({ kind: 'draws', nodes })) };
}

async function drawReact(design: Design, options: GenerateOptions): Promise<Drawing> {
  const { root, assets } = walk(design, options.icons ?? new Map(), true);
  settleColors(root);
  const tokens = tokensOf(design, root);
  const css = themeCss(tokens, root);
  root.tag = 'div';
  root.style.set('overflow-wrap', 'break-word');
  const { code, marks } = reactModule(design.name, root, tokens, options.mark ?? false);
  const project = projectFiles(design.name, visible(design.title), design.language);
  const files = [
    { path: `${design.name}.tsx`, text: await tidy(code, 'typescript') },
    { path: 'index.css', text: await tidy(css, 'css') },
    ...(await Promise.all(project.map(async ({ path, text, parser }) => ({ path, text: await tidy(text, parser) })))),
    ...assets,
  ];
  return { files, marks };
}

/** `css`: white space is kept where it shows. */
const STYLE: Options = { printWidth: 100, singleQuote: true, htmlWhitespaceSensitivity: 'css' };

const tidy = (text: string, parser: string): Promise<string> => format(text, { parser, ...STYLE });
