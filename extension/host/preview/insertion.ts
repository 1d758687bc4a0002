import type { SourceFile } from '../../engine/protocol.ts';
import { freeName, kebab } from './names.ts';
import { reactFolder, type Parts } from './parts.ts';

export interface Place {
  /** Text of the document, and where in it, in UTF-16 code units. */
  text: string;
  start: number;
  end: number;
  /** VS Code's language id. */
  language: string;
  /** Names of what lies beside the document. */
  beside: readonly string[];
}

export interface Insertion {
  /** In the document, none over another. */
  edits: { start: number; end: number; text: string }[];
  /** To be made, relative to the document's folder. */
  files: SourceFile[];
  /** A theme among the files that Tailwind's entry must import. */
  theme?: string;
}

/**
 * A React component in a document. Into an empty one, or between what stands at the top level of a TypeScript module that has
 * none of its names, goes its code; anywhere else in a module its element, and its code into files of its own beside.
 */
export function insertReact(parts: Parts, place: Place): Insertion {
  const { text, start, end, language } = place;
  if (language !== 'typescriptreact' && language !== 'javascriptreact') return insertText(parts, place);
  const isEmpty = !text.trim();
  const names = [...parts.code.matchAll(DECLARED)].map((match) => (match[1] ?? match[2])!);
  const isFree = !names.some((name) => new RegExp(`\\b${name}\\b`).test(text));
  if (language === 'typescriptreact' && (isEmpty || (isFree && isTopLevel(text, start, end))))
    return insertModule(parts, place, isEmpty);
  const { files, main, theme } = reactFolder(parts, place.beside);
  const { name } = parts;
  const local = freeName(name, text.match(/\b[A-Za-z_$][\w$]*/g) ?? []);
  const imported = local === name ? name : `${name} as ${local}`;
  return {
    edits: [
      importEdit(text, `import { ${imported} } from './${main.replace(/\.tsx$/, '')}';\n`),
      { start, end, text: `<${local} />` },
    ],
    files,
    ...(theme ? { theme } : {}),
  };
}

/** Names that a module of ours declares or imports. */
const DECLARED = /^(?:export )?(?:function|const|interface) (\w+)|^import (\w+) from/gm;

function insertModule(parts: Parts, place: Place, isEmpty: boolean): Insertion {
  const { files, code, theme } = filesBeside(parts, place.beside, "from './");
  const [, imports = '', rest = ''] = /^((?:import [^\n]*\n)*)\n*([\s\S]*)$/.exec(code) ?? [];
  const { text, start, end } = place;
  const edits = isEmpty
    ? [{ start: 0, end: text.length, text: code }]
    : [...(imports ? [importEdit(text, imports)] : []), { start, end, text: spaced(rest.trimEnd(), text, start, end) }];
  return { edits, files, ...(theme ? { theme } : {}) };
}

/** An HTML page in a document: all of it into an empty one, else what its body holds, with a link to its styles in the head. */
export function insertHtml(parts: Parts, place: Place): Insertion {
  const { text, start, end, beside } = place;
  const own = filesBeside(parts, beside, 'src="');
  const code = own.code.replace('href="styles.css"', () => `href="${own.styles}"`);
  const files = [...own.files, { path: own.styles, content: parts.styles }];
  if (!text.trim()) return { edits: [{ start: 0, end: text.length, text: code }], files };
  const body = /<body[^>]*>\n?([\s\S]*?)\s*<\/body>/.exec(code)?.[1] ?? code;
  const lines = body.split('\n');
  const common = Math.min(...lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length));
  const content = lines.map((line) => line.slice(common)).join('\n');
  const head = text.search(/^[ \t]*<\/head>/m);
  const link = { start: head, end: head, text: `  <link rel="stylesheet" href="${own.styles}" />\n` };
  return { edits: [...(head >= 0 && head <= start ? [link] : []), { start, end, text: content }], files };
}

/** Where neither modules nor pages can be: the code as it is. */
function insertText(parts: Parts, { start, end }: Place): Insertion {
  return { edits: [{ start, end, text: parts.code }], files: [] };
}

/** Files that lie beside the document itself, named after the component; the code follows their new names. */
function filesBeside({ name, code, styles, pictures }: Parts, beside: readonly string[], before: string) {
  const folder = freeName(`${kebab(name)}-assets`, beside);
  const sheet = freeName(kebab(name), beside, '.css');
  const followed = pictures.reduce(
    (text, { path }) =>
      text.replaceAll(`${before}${path}`, () => `${before}${path.replace(/^assets\//, `${folder}/`)}`),
    code,
  );
  const files: SourceFile[] = pictures.map(({ path, content }) => ({
    path: path.replace(/^assets\//, `${folder}/`),
    content,
  }));
  const isTheme = before.startsWith('from');
  if (isTheme && styles) files.push({ path: sheet, content: styles });
  return { code: followed, files, styles: sheet, ...(isTheme && styles ? { theme: sheet } : {}) };
}

/**
 * Whether a place is at a module's top level and on a line of its own. Formatted code tells by its indentation: the nearest
 * line before that isn't indented ends something.
 */
export function isTopLevel(text: string, start: number, end: number): boolean {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', end);
  if (text.slice(line, start).trim() || text.slice(end, after < 0 ? undefined : after).trim()) return false;
  const before = text
    .slice(0, line)
    .split('\n')
    .findLast((each) => /^\S/.test(each));
  return before === undefined || /^[)}\]]|^\/\/|\*\/\s*$|[;'"]\s*$/.test(before);
}

/** Imports behind those that a module has, or its directives; at its start, with an empty line behind them. */
function importEdit(text: string, imports: string): Insertion['edits'][number] {
  let at = 0;
  for (const match of text.matchAll(/^(?:import\b[^;'"]*(?:['"][^'"\n]*['"])?|['"]use \w+['"]);?[^\n]*(?:\n|$)/gm))
    at = match.index + match[0].length;
  const isFirst = at === 0 && /^\S/.test(text);
  return { start: at, end: at, text: isFirst ? `${imports}\n` : imports };
}

/** With empty lines between it and what stands around. */
function spaced(code: string, text: string, start: number, end: number): string {
  const before = text.slice(0, start).trimEnd() ? '\n'.repeat(Math.max(0, 2 - trailing(text.slice(0, start)))) : '';
  const after = text.slice(end).trim() ? '\n'.repeat(Math.max(0, 2 - leading(text.slice(end)))) : '\n';
  return `${before}${code}${after}`;
}

const trailing = (text: string): number => /\s*$/.exec(text)![0].split('\n').length - 1;
const leading = (text: string): number => /^\s*/.exec(text)![0].split('\n').length - 1;
