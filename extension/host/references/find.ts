/** What a text says about where a picture is: `data:` with the picture itself, an address, or a path. */
export interface ImageReference {
  kind: 'path' | 'url' | 'data';
  /** As it is meant: escapes of the text around it are undone. */
  value: string;
  /** Where in the line, in UTF-16 code units. */
  start: number;
  end: number;
}

/** Longer lines are data, not text that someone reads; in them only data URIs are looked for, and around the place only. */
const LONGEST_PATH = 1000;
/** Characters of a data URI that can still be decoded while someone waits. */
const LONGEST_DATA = 8_000_000;

const IMAGE_FILE = /\.(?:png|jpe?g|jfif|gif|webp|avif|bmp|ico|svg|tiff?)$/i;
const withoutQuery = (value: string): string => value.replace(/[?#].*$/s, '');
const isImageFile = (value: string): boolean => IMAGE_FILE.test(value) || IMAGE_FILE.test(withoutQuery(value));
const isUrl = (value: string): boolean => /^(?:https?:)?\/\/[^/\s]+/i.test(value);

/**
 * The picture that is named at a place in a line, in whatever language: a quoted string, `url()`, an attribute, a Markdown
 * image, a bare path.
 * @param column UTF-16 code units from the line's start
 */
export function findReference(line: string, column: number): ImageReference | undefined {
  const data = dataUri(line, column);
  if (data) return data;
  const from = Math.max(0, column - LONGEST_PATH);
  const near = line.slice(from, column + LONGEST_PATH);
  const at = column - from;
  const found = quoted(near, at) ?? markdown(near, at) ?? cssUrl(near, at) ?? bare(near, at);
  return found && { ...found, start: found.start + from, end: found.end + from };
}

function dataUri(line: string, column: number): ImageReference | undefined {
  const start = line.lastIndexOf('data:image/', column);
  if (start < 0) return undefined;
  const opener = line[start - 1] ?? '';
  // In quotes it may hold anything but those quotes, as an SVG that is written out does.
  const closer = { '"': /"/g, "'": /'/g, '`': /`/g }[opener] ?? /[\s"'`<>)\]]/g;
  closer.lastIndex = start;
  const end = closer.exec(line)?.index ?? line.length;
  const value = line.slice(start, end);
  if (column > end || value.length > LONGEST_DATA || !value.includes(',')) return undefined;
  return { kind: 'data', value, start, end };
}

/** What the text before a quote says of the string: an image's source may have no file ending. */
const IMAGE_SOURCE = /<(?:img|image|source|Image|nuxt-img|NuxtImg)\b[^<>]*\s(?:src|srcset|srcSet|href|xlink:href)=\{?$/;

function quoted(text: string, at: number): ImageReference | undefined {
  const found: ImageReference[] = [];
  for (const quote of [`"`, `'`, '`']) {
    const start = text.lastIndexOf(quote, at - 1) + 1;
    const end = text.indexOf(quote, at);
    if (!start || end < 0) continue;
    const isSource = IMAGE_SOURCE.test(text.slice(0, start - 1));
    for (const part of parts(text.slice(start, end))) {
      const range = { start: start + part.start, end: start + part.end };
      if (at < range.start || at > range.end) continue;
      const reference = accepted(unescaped(part.text), range, isSource);
      if (reference) found.push(reference);
    }
  }
  return found.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

/** A string as a whole, and where it is a `srcset` its candidates. */
function parts(text: string): { text: string; start: number; end: number }[] {
  if (!/\s[\d.]+[wx]\s*(?:,|$)/.test(text)) return [{ text, start: 0, end: text.length }];
  return [...text.matchAll(/(\S+?)(?:\s+[\d.]+[wx])?\s*(?:,\s|,$|$)/g)].map((match) => ({
    text: match[1]!,
    start: match.index,
    end: match.index + match[1]!.length,
  }));
}

/** `"a\\b.png"` and `"a\/b.png"` of source code, `a&amp;b.png` of mark-up. */
const unescaped = (text: string): string => text.replaceAll('\\\\', '\\').replaceAll('\\/', '/').replace(/&amp;/g, '&');

const DESTINATION = String.raw`(?:<([^<>]*)>|((?:[^\s()<]|\([^\s()]*\))+))`;
const MARKDOWN_LINK = new RegExp(String.raw`(!?)\[[^\]]*\]\(\s*${DESTINATION}`, 'dg');
const MARKDOWN_DEFINITION = new RegExp(String.raw`^\s{0,3}()\[[^\]]+\]:\s*${DESTINATION}`, 'dg');

function markdown(text: string, at: number): ImageReference | undefined {
  for (const pattern of [MARKDOWN_LINK, MARKDOWN_DEFINITION])
    for (const match of text.matchAll(pattern)) {
      const [start, end] = (match.indices![2] ?? match.indices![3])!;
      if (at < start || at > end) continue;
      return accepted((match[2] ?? match[3])!.replace(/\\([!-/:-@[-`{-~])/g, '$1'), { start, end }, match[1] === '!');
    }
  return undefined;
}

function cssUrl(text: string, at: number): ImageReference | undefined {
  for (const match of text.matchAll(/\burl\(\s*([^\s"'()]+)\s*\)/dg)) {
    const [start, end] = match.indices![1]!;
    if (at >= start && at <= end) return accepted(match[1]!, { start, end }, true);
  }
  return undefined;
}

function bare(text: string, at: number): ImageReference | undefined {
  for (const match of text.matchAll(/https?:\/\/[^\s"'`<>]+|[^\s"'`<>()[\],;|=*]+/gi)) {
    let start = match.index;
    if (at < start || at > start + match[0].length) continue;
    let token = match[0].replace(/[.,:;!?)\]}]+$/, '');
    // `picture:a.png` of YAML and the like; `C:` and `file:` are parts of what they begin.
    const key = /^[\w-]{2,}:(?![/\\])/.exec(token)?.[0] ?? '';
    token = token.slice(key.length);
    start += key.length;
    const end = start + token.length;
    if (at >= start && at <= end) return accepted(token, { start, end }, false);
  }
  return undefined;
}

/** @param isImage whether the text around says that it names a picture, whatever it is called */
function accepted(value: string, range: { start: number; end: number }, isImage: boolean): ImageReference | undefined {
  const isAddress = isUrl(value);
  // What is put together when the code runs, or looks like code, names no picture yet.
  if (/\$\{|\{\{|<%|[\n<>|*]/.test(value) || value !== value.trim() || value.length > LONGEST_PATH) return undefined;
  if (!isImageFile(value) && !(isImage && isAddress)) return undefined;
  if (/^\.[a-z]+$/i.test(value)) return undefined;
  if (isAddress) return { kind: 'url', value: value.startsWith('//') ? `https:${value}` : value, ...range };
  return { kind: 'path', value, ...range };
}
