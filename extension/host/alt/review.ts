import * as vscode from 'vscode';
import { readText } from '../files.ts';
import type { Services } from '../services.ts';
import { messageOf } from '../message-of.ts';
import { attempt, isCancelled, withCancel } from '../work.ts';
import { altOf } from './describe-places.ts';
import { documentImages, imagesInText } from './document-images.ts';
import type { ImagePlace } from './image-place.ts';
import { ALT_ENDINGS, languageOfFile } from './languages.ts';
import { altEdit } from './write.ts';

/** Files that a workspace is looked through for at most. */
const MOST_FILES = 5000;
const NOT_OURS = '**/{node_modules,bower_components,vendor,dist,build,out,.next,.nuxt,.svelte-kit,.git,coverage}/**';

interface Wordless {
  document: vscode.TextDocument;
  place: ImagePlace;
}

async function wordlessIn(document: vscode.TextDocument): Promise<Wordless[]> {
  const images = await documentImages(document);
  return images.filter(({ alt, source }) => alt !== 'written' && source).map((place) => ({ document, place }));
}

async function wordlessInWorkspace(signal: AbortSignal): Promise<Wordless[]> {
  const found: Wordless[] = [];
  const pattern = `**/*.{${ALT_ENDINGS.join(',')}}`;
  for (const uri of await vscode.workspace.findFiles(pattern, NOT_OURS, MOST_FILES)) {
    signal.throwIfAborted();
    // Opening a file has every extension look at it: only those that will change are.
    const images = await imagesInText((await readText(uri)) ?? '', languageOfFile(uri.path) ?? '');
    if (!images.some(({ alt }) => alt !== 'written')) continue;
    try {
      found.push(...(await wordlessIn(await vscode.workspace.openTextDocument(uri))));
    } catch {
      // Binary, or gone since it was found.
    }
  }
  return found;
}

/** An edit for a person to confirm: it shows in the editor's own review, where each change has a box to tick. */
async function reviewEdit(
  services: Services,
  images: readonly Wordless[],
  signal: AbortSignal,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
): Promise<{ edit: vscode.WorkspaceEdit; described: number }> {
  const edit = new vscode.WorkspaceEdit();
  let described = 0;
  for (const [index, { document, place }] of images.entries()) {
    signal.throwIfAborted();
    progress.report({ message: `${index + 1} / ${images.length}`, increment: 100 / images.length });
    let text: string | undefined;
    try {
      text = await altOf(services, place, document, signal);
    } catch (error) {
      if (isCancelled(error) || signal.aborted) throw error;
      services.log.warn(`${vscode.workspace.asRelativePath(document.uri)}: ${messageOf(error)}`);
    }
    if (!text) {
      const { line } = document.positionAt(place.start);
      services.log.info(`${vscode.workspace.asRelativePath(document.uri)}:${line + 1}: no alt text`);
      continue;
    }
    described++;
    const { start, end, text: written } = altEdit(place, text);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(document.uri, range, written, {
      needsConfirmation: true,
      label:
        place.alt === 'missing'
          ? vscode.l10n.t('Images without alt text')
          : vscode.l10n.t('Images whose alt text is empty: decoration may stay so'),
      description: text,
    });
  }
  return { edit, described };
}

/** Finds images, describes them, and shows the editor's review; nothing changes before the person applies it. */
async function review(services: Services, find: (signal: AbortSignal) => Promise<Wordless[]>): Promise<void> {
  const found = await withCancel(vscode.l10n.t('Writing alt texts'), async (signal, progress) => {
    const images = await find(signal);
    return { images, ...(await reviewEdit(services, images, signal, progress)) };
  });
  const { images, edit, described } = found;
  if (!images.length) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No image without alt text was found.'));
    return;
  }
  if (!described) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing certain can be said about the {0} images without alt text.', images.length),
    );
    return;
  }
  const left = images.length - described;
  vscode.window.setStatusBarMessage(
    left
      ? vscode.l10n.t('Tick the alt texts to write. {0} images were left out: see the log.', left)
      : vscode.l10n.t('Tick the alt texts to write.'),
    REMINDER_MS,
  );
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}

/** Long enough to be read while the review opens. */
const REMINDER_MS = 15_000;

/** Commands that write the alternative texts of a file or the workspace. */
export function registerAltReview(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('pixelwright.altTextInFile', () =>
      attempt(services, async () => {
        const document = vscode.window.activeTextEditor?.document;
        if (document) await review(services, () => wordlessIn(document));
      }),
    ),
    vscode.commands.registerCommand('pixelwright.altTextInWorkspace', () =>
      attempt(services, () => review(services, wordlessInWorkspace)),
    ),
  );
}
