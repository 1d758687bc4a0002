import type { DescribeResult } from '../../engine/protocol.ts';
import { escapedMarkdown } from '../markdown.ts';

/** CSS pixels that a thumbnail takes at most: the editor shows hovers of 250 pixels without scrolling, and the texts need the rest. */
export const THUMBNAIL = { width: 320, height: 96 };
/**
 * VS Code cuts a hover's Markdown at 100,000 characters. Base64 makes four characters of three bytes; the rest is for the texts,
 * whose longest are paths in links.
 */
export const THUMBNAIL_BYTES = 60_000;
const LONGEST_CARD = 100_000;

/** Colours that are shown at most: more say nothing at a glance. */
const MOST_COLORS = 5;
/** Characters of the summary at most: three lines. */
const LONGEST_SUMMARY = 240;
/** Below it a picture's kind is marked as a guess. */
const SURE = 0.6;

/** What the card says in the editor's language. */
export interface CardStrings {
  medium: Record<DescribeResult['description']['medium'], string>;
  /** Of bytes, such as `84 KB`. */
  weight(bytes: number): string;
}

/**
 * A picture's hover as Markdown with HTML: what it is, says and shows. Its place is as large before the picture is there as
 * after, so that nothing jumps.
 * @param links Markdown, ready made
 */
export function card(result: DescribeResult, links: readonly string[], strings: CardStrings): string {
  const { description, image } = result;
  const { medium, confidence, summary, colors } = description;
  const kind = `**${escapedMarkdown(strings.medium[medium])}**${confidence < SURE ? ' (?)' : ''}`;
  const facts = [`${image.width} × ${image.height}`, image.format.toUpperCase(), strings.weight(image.bytes)];
  const swatches = colors.slice(0, MOST_COLORS).map(({ color }) => swatch(color));
  const parts = [
    [[kind, ...facts.map(escapedMarkdown)].join(' · '), ...swatches].join(' &nbsp;'),
    escapedMarkdown(shortened(summary)),
    links.join(' &nbsp;·&nbsp; '),
  ];
  const text = parts.filter(Boolean).join('\n\n');
  const picture = thumbnail(result);
  return picture.length + text.length + 2 < LONGEST_CARD ? [picture, text].filter(Boolean).join('\n\n') : text;
}

/** Ends at a word. */
function shortened(text: string): string {
  if (text.length <= LONGEST_SUMMARY) return text;
  const cut = text.slice(0, LONGEST_SUMMARY);
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,;:.]+$/, '')} …`;
}

function thumbnail({ thumbnail: picture, image }: DescribeResult): string {
  if (!picture) return '';
  // Never larger than the picture itself.
  const ratio = Math.min(1, THUMBNAIL.width / image.width, THUMBNAIL.height / image.height);
  const [width, height] = [image.width, image.height].map((length) => Math.max(1, Math.round(length * ratio)));
  const data = Buffer.from(picture.bytes).toString('base64');
  return `<img src="data:${picture.mime};base64,${data}" width="${width}" height="${height}" alt="">`;
}

/** A small square of a colour with an edge that can be seen on any ground; its tooltip says the colour. */
function swatch(color: string): string {
  const fill = /^#[\da-f]{6}(?:[\da-f]{2})?$/i.test(color) ? color : '#000000';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12"><rect x=".5" y=".5" width="11" height="11" rx="2" fill="${fill}" stroke="#808080"/></svg>`;
  return `<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}" width="12" height="12" alt="${fill}" title="${fill}">`;
}
