import * as vscode from 'vscode';
import { commandLink, escapedMarkdown } from '../markdown.ts';
import { imageSource, type Picture } from '../pictures.ts';
import { findReference, type ImageReference } from '../references/find.ts';
import { locate } from '../references/locate.ts';
import type { Services } from '../services.ts';
import { messageOf } from '../message-of.ts';
import { isCancelled, signalOf } from '../work.ts';
import { lacksAlt } from '../alt/document-images.ts';
import { card, THUMBNAIL, THUMBNAIL_BYTES, type CardStrings } from './card.ts';

/** Device pixels for a CSS pixel that thumbnails are sharp on. */
const DENSITY = 2;

/** Commands that a hover's links may run. */
const LINKED = [
  'pixelwright.componentFromImage',
  'pixelwright.askAboutImage',
  'pixelwright.copyText',
  'pixelwright.insertAltText',
  'workbench.action.openSettings',
];

const strings = (): CardStrings => ({
  medium: {
    interface: vscode.l10n.t('Interface'),
    document: vscode.l10n.t('Document'),
    chart: vscode.l10n.t('Chart'),
    icon: vscode.l10n.t('Icon'),
    photograph: vscode.l10n.t('Photograph'),
    drawing: vscode.l10n.t('Drawing'),
  },
  weight: (bytes) => {
    const [size, unit] = bytes < 1000 ? [bytes, 'B'] : bytes < 1e6 ? [bytes / 1000, 'KB'] : [bytes / 1e6, 'MB'];
    const digits = size < 10 && unit !== 'B' ? 1 : 0;
    return `${size.toLocaleString(vscode.env.language, { maximumFractionDigits: digits })} ${unit}`;
  },
});

/** Explains the picture that the mouse rests on the name of, in any language. */
export function registerHover(services: Services): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { pattern: '**' },
    {
      async provideHover(document, position, token) {
        const reference = findReference(document.lineAt(position.line).text, position.character);
        if (!reference || !services.settings.isHoverEnabled(document.uri)) return undefined;
        const markdown = await explain(services, document, position, reference, signalOf(token));
        if (markdown === undefined || token.isCancellationRequested) return undefined;
        const content = new vscode.MarkdownString(markdown, true);
        content.supportHtml = true;
        content.isTrusted = { enabledCommands: LINKED };
        const { line } = position;
        return new vscode.Hover(content, new vscode.Range(line, reference.start, line, reference.end));
      },
    },
  );
}

/** Markdown for a picture; one line where it can't be explained; `undefined` where there is none. */
async function explain(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
  reference: ImageReference,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (reference.kind === 'url' && !services.settings.loadsRemoteImages()) {
    const label = escapedMarkdown(vscode.l10n.t('Load remote images'));
    const link = commandLink(label, 'workbench.action.openSettings', ['pixelwright.remoteImages']);
    return `${escapedMarkdown(vscode.l10n.t('Pixelwright loads nothing from the internet.'))} ${link}`;
  }
  try {
    const picture = await locate(reference, document, signal);
    if (!picture) return undefined;
    const thumbnail = { width: THUMBNAIL.width * DENSITY, height: THUMBNAIL.height * DENSITY, bytes: THUMBNAIL_BYTES };
    const result = await services
      .engine()
      .describe({ image: await imageSource(picture), thumbnail, lane: 'hover' }, { signal });
    const { text, alt } = result.description;
    const takesAlt = alt !== '' && (await lacksAlt(document, position));
    return card(
      result,
      linksTo(services, picture, document, position, { text: text !== '', alt: takesAlt }),
      strings(),
    );
  } catch (error) {
    if (isCancelled(error) || signal.aborted) return undefined;
    services.log.warn(messageOf(error));
    return `$(warning) ${escapedMarkdown(messageOf(error))}`;
  }
}

function linksTo(
  services: Services,
  picture: Picture,
  document: vscode.TextDocument,
  position: vscode.Position,
  has: { text: boolean; alt: boolean },
): string[] {
  const argument = picture instanceof vscode.Uri ? picture.toString() : services.held.hold(picture);
  const link = (icon: string, label: string, command: string, args: unknown[]) =>
    commandLink(`$(${icon}) ${escapedMarkdown(label)}`, `pixelwright.${command}`, args);
  const offset = document.offsetAt(position);
  return [
    link('wand', vscode.l10n.t('Create Component'), 'componentFromImage', [argument]),
    link('comment-discussion', vscode.l10n.t('Ask'), 'askAboutImage', [argument]),
    ...(has.text ? [link('copy', vscode.l10n.t('Copy Text'), 'copyText', [argument])] : []),
    ...(has.alt
      ? [link('edit', vscode.l10n.t('Insert Alt Text'), 'insertAltText', [document.uri.toString(), offset])]
      : []),
  ];
}
