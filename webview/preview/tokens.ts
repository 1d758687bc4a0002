/** Code as coloured pieces. */
import css from 'highlight.js/lib/languages/css';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import { createLowlight } from 'lowlight';

const lowlight = createLowlight({ css, typescript, xml });

const LANGUAGES: Record<string, string> = { tsx: 'typescript', ts: 'typescript', html: 'xml', css: 'css' };

export interface Token {
  text: string;
  /** Scope of highlight.js: `hljs-string`; absent for plain text. */
  scope?: string;
}

type Nodes = ReturnType<typeof lowlight.highlight>['children'];

/** The whole of `code` in order, in the language of the file's ending; one piece where that is unknown. */
export function tokensOf(path: string, code: string): Token[] {
  const language = LANGUAGES[path.split('.').at(-1) ?? ''];
  if (!language) return [{ text: code }];
  const tokens: Token[] = [];
  const visit = (nodes: Nodes, scope: string | undefined): void => {
    for (const node of nodes) {
      if (node.type === 'text') tokens.push(scope ? { text: node.value, scope } : { text: node.value });
      if (node.type === 'element') visit(node.children as Nodes, scopeOf(node.properties['className']) ?? scope);
    }
  };
  visit(lowlight.highlight(language, code).children, undefined);
  return tokens;
}

const scopeOf = (names: unknown): string | undefined =>
  Array.isArray(names) && typeof names[0] === 'string' && names[0].startsWith('hljs-') ? names[0] : undefined;
