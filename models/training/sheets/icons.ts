import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Icons whose drawing is also a character: reading them is no mistake, so they are no junk. */
const LIKE_TEXT =
  /^(plus|x|check|checks|minus|arrow|arrows|chevron|chevrons|caret|star|circle|square|dot|dots|equal|equals|slash|at|hash|percent|dollar|euro|pound|currency|letter|number|case|type|bold|italic|underline|heart|diamond|triangle|menu|list|ellipsis|copyright|asterisk|divide|tally|move|corner|parentheses|brackets|braces|bracket|quote|quotes|text|align|infinity|sigma|pi|command|play|moon|loader|grip|badge|trademark|registered|section|question|exclamation|warning|gear|pencil|envelope|option|radical|spade|club|hexagon|octagon|line)(-|\.|$)/;

/** SVG markup of icons with strokes (Lucide) and filled ones (Phosphor), drawn in the text's colour. */
export function iconDrawings(): string[] {
  const modules = path.join(import.meta.dirname, '../node_modules');
  const lucide = path.join(modules, 'lucide-static/icons');
  const phosphor = path.join(modules, '@phosphor-icons/core/assets/fill');
  return [lucide, phosphor].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.svg') && !LIKE_TEXT.test(name))
      .map((name) =>
        readFileSync(path.join(folder, name), 'utf8')
          .replace(/<!--.*?-->/gs, '')
          .trim(),
      ),
  );
}

/** The icon at a size in CSS units. */
export function sized(svg: string, size: string): string {
  return svg.replace('<svg', `<svg style="width:${size};height:${size};display:inline-block;vertical-align:-0.15em"`);
}
