import type { ComponentResult, SourceFile } from '../../engine/protocol.ts';
import { freeName, kebab } from './names.ts';
import { renamesFor, renameTokens, themeOf, themeSheet, type ProjectTokens } from './theme.ts';

/** What a result comes down to in a project. */
export interface Parts {
  name: string;
  /** The component: a TypeScript module, or an HTML document. */
  code: string;
  /** The style sheet that goes with it; `''` where it needs none. For React a theme, which Tailwind's entry must import. */
  styles: string;
  pictures: (SourceFile & { content: Uint8Array })[];
}

/** @param project what the project's style sheets declare; a theme keeps clear of it */
export function partsOf({ name, target, files }: ComponentResult, project: ProjectTokens): Parts {
  const pictures = files.filter((file): file is Parts['pictures'][number] => typeof file.content !== 'string');
  const [code = '', styles = ''] = files.flatMap(({ content }) => (typeof content === 'string' ? [content] : []));
  if (target === 'html') return { name, code, styles, pictures };
  const own = themeOf(styles);
  const renames = renamesFor(own, project);
  return { name, code: renameTokens(code, renames), styles: themeSheet(own, project, renames), pictures };
}

/** A component in a folder of its own, whose name nothing in `taken` has; paths are relative to where that folder goes. */
export interface Folder {
  files: SourceFile[];
  /** The component itself. */
  main: string;
  /** Its theme, where it has one that must be imported. */
  theme?: string;
}

export function reactFolder({ name, code, styles, pictures }: Parts, taken: readonly string[]): Folder {
  const folder = freeName(name, taken);
  const main = `${folder}/${name}.tsx`;
  const theme = `${folder}/${name}.css`;
  return {
    files: [
      { path: main, content: code },
      ...(styles ? [{ path: theme, content: styles }] : []),
      ...pictures.map(({ path, content }) => ({ path: `${folder}/${path}`, content })),
    ],
    main,
    ...(styles ? { theme } : {}),
  };
}

export function htmlFolder({ name, code, styles, pictures }: Parts, taken: readonly string[]): Folder {
  const folder = freeName(kebab(name), taken);
  const main = `${folder}/index.html`;
  return {
    files: [
      { path: main, content: code },
      { path: `${folder}/styles.css`, content: styles },
      ...pictures.map(({ path, content }) => ({ path: `${folder}/${path}`, content })),
    ],
    main,
  };
}
