import type { AnswerPart } from '../../answer/answer.ts';
import type { Outcome } from '../../answer/outcome.ts';
import type { Box } from '../../vision/scene.ts';
import type { ChatPicture, Conversation, Exchange } from '../../../webview/chat/messages.ts';
import { picturesOf } from './conversation.ts';

/** Letters that mean something in Markdown or HTML wherever they stand. */
const SPECIAL = /[\\`*_[\]<>#|~&$]/g;
/** What makes a list, a rule or a heading at the start of a line. */
const AT_START = /^(\s*)(?:([-+=])|(\d+)([.)]))/gm;
/** What becomes a link by itself. */
const AUTOLINK = /(https?|ftp)(:\/\/)|(www)(\.)|(@)/gi;

/** A text as Markdown that shows it letter by letter; its line breaks stay. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(SPECIAL, '\\$&')
    .replace(AT_START, (_, space: string, sign = '', number = '', dot = '') =>
      sign ? `${space}\\${sign}` : `${space}${number}\\${dot}`,
    )
    .replace(AUTOLINK, (whole, scheme?: string, slashes?: string, www?: string) =>
      scheme ? `${scheme}\\${slashes}` : www ? `${www}\\.` : `\\${whole}`,
    )
    .replace(/\r?\n/g, '\\\n');
}

/** An answer as plain text. */
export const plainAnswer = (answer: readonly AnswerPart[]): string =>
  answer
    .map((part) => (part.kind === 'break' ? '\n' : part.kind === 'outcome' ? '' : part.text))
    .join('')
    .trim();

/**
 * A conversation as Markdown, in English as its answers are.
 * @param fileOf path of a picture's file, relative to the Markdown's, with forward slashes
 */
export function conversationMarkdown(conversation: Conversation, fileOf: (picture: ChatPicture) => string): string {
  const blocks = [`# ${escapeMarkdown(conversation.title)}`];
  const names = new Map(picturesOf(conversation.exchanges).map(({ sha256, name }) => [sha256, name]));
  for (const exchange of conversation.exchanges) {
    const { question, pictures, answer, error } = exchange;
    blocks.push(`## ${escapeMarkdown(question.trim().replace(/\s*\n\s*/g, ' '))}`);
    for (const picture of pictures) {
      const address = fileOf(picture).split('/').map(encodeURIComponent).join('/');
      blocks.push(`![${escapeMarkdown(picture.name)}](${address.replace(/[()]/g, escape)})`);
    }
    for (const line of questionNotes(exchange, names)) blocks.push(escapeMarkdown(line));
    const said = plainAnswer(answer);
    if (said)
      blocks.push(
        said
          .split(/\n{2,}/)
          .map(escapeMarkdown)
          .join('\n\n'),
      );
    const outcomes = answer.flatMap((part) => (part.kind === 'outcome' ? [part.outcome] : []));
    for (const outcome of outcomes) blocks.push(`> ${escapeMarkdown(outcomeNote(outcome))}`);
    if (error !== undefined) blocks.push(`> ${escapeMarkdown(error)}`);
  }
  return `${blocks.join('\n\n')}\n`;
}

/** What a question was about, where that isn't all of its pictures. */
function questionNotes({ region, meant }: Exchange, names: ReadonlyMap<string, string>): string[] {
  return [
    ...(region ? [`About this part of ${names.get(region.sha256) ?? 'a picture'}: ${boxWords(region.box)}.`] : []),
    ...(meant ? [`Meant is the ${meant.name}: ${boxWords(meant.box)}.`] : []),
  ];
}

/** How an answer came about, how sure it is and where that stands. */
function outcomeNote({ steps, boxes, confidence, declined }: Outcome): string {
  const how = steps.map(({ verb, what }) => `${verb} ${what}`.trim()).join(' → ');
  if (declined) return `Not told by the picture: ${how}.`;
  const places = boxes.slice(0, MOST_PLACES).map(boxWords);
  const more = boxes.length - places.length;
  const where = [...places, ...(more > 0 ? [`${more} more`] : [])].join('; ');
  return `${how}; ${Math.round(confidence * 100)} % sure${where ? `; seen at ${where}` : ''}.`;
}

/** Places that are told of an answer, at most. */
const MOST_PLACES = 5;

const boxWords = ({ x, y, width, height }: Box): string =>
  `${Math.round(width)} × ${Math.round(height)} px at ${Math.round(x)}, ${Math.round(y)}`;

const escape = (bracket: string): string => `%${bracket.charCodeAt(0).toString(16)}`;

const ENDINGS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/tiff': 'tif',
  'image/svg+xml': 'svg',
};

/** Names of files that every file system takes, none twice. */
export function fileNames(pictures: readonly ChatPicture[]): Map<string, string> {
  return new Map(
    pictures.map(({ sha256, name, mime }, index) => {
      const stem = safeStem(name.replace(/\.[^.]*$/, ''));
      const number = pictures.length > 1 ? `${index + 1}-` : '';
      return [sha256, `${number}${stem || 'picture'}.${ENDINGS[mime] ?? 'bin'}`];
    }),
  );
}

/** A name that every file system takes; empty where nothing is left of it. */
export const safeStem = (name: string): string =>
  [...name.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-')]
    .slice(0, 60)
    .join('')
    .replace(/^[.-]+|[.-]+$/g, '');
