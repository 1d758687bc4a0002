import * as vscode from 'vscode';
import { imageSource, pictureName, type Picture } from '../pictures.ts';
import { openSheet, showDone } from '../preview/actions.ts';
import { insertionEdit } from '../preview/edits.ts';
import type { Services } from '../services.ts';
import { attempt, withCancel } from '../work.ts';
import { targetOfLanguage } from './project-target.ts';
import { stageName } from './stage-name.ts';
import { pictureIn } from './transfer.ts';

/** Languages whose files a component can be written into. */
const LANGUAGES = ['typescriptreact', 'javascriptreact', 'html'];
const MIME_TYPES = ['image/*', 'text/uri-list'];

/** What is offered for a picture; the component itself is made when it is chosen. */
class ComponentEdit extends vscode.DocumentPasteEdit {
  readonly picture: Picture;
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;

  constructor(picture: Picture, document: vscode.TextDocument, range: vscode.Range) {
    super('', vscode.l10n.t('Insert Component from Image'), kind());
    this.picture = picture;
    this.document = document;
    this.range = range;
    // Beside what the editor would insert, never instead of it.
    this.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text, vscode.DocumentDropOrPasteEditKind.Empty.append('uri')];
  }
}

const kind = () => vscode.DocumentDropOrPasteEditKind.Empty.append('pixelwright', 'component');

/** Makes the component and has the edit insert it: code at the place, other files beside, all undone in one step. */
async function complete<T extends ComponentEdit>(
  services: Services,
  offered: T,
  token: vscode.CancellationToken,
): Promise<T> {
  const { picture, document, range } = offered;
  await attempt(services, async () => {
    const target = targetOfLanguage(document.languageId)!;
    const title = vscode.l10n.t('Making a component from {0}', pictureName(picture));
    const result = await withCancel(
      title,
      async (signal, progress) =>
        services
          .engine()
          .component(
            { image: await imageSource(picture), target },
            { signal, onStage: (stage) => progress.report({ message: stageName(stage) }) },
          ),
      token,
    );
    const prepared = await insertionEdit(result, document, range);
    if (token.isCancellationRequested) return;
    await openSheet(prepared);
    offered.additionalEdit = prepared.edit;
    showDone(vscode.l10n.t('Inserted {0}.', result.name), prepared.notes);
  });
  return offered;
}

/** Offers a component for a picture that is pasted or dropped into a file that can hold one. */
export function registerPasteAndDrop(services: Services): vscode.Disposable {
  const paste: vscode.DocumentPasteEditProvider<ComponentEdit> = {
    async provideDocumentPasteEdits(document, ranges, transfer, { only }, token) {
      const picture = ranges.length === 1 && (!only || only.contains(kind())) && (await pictureIn(transfer));
      return picture && !token.isCancellationRequested ? [new ComponentEdit(picture, document, ranges[0]!)] : [];
    },
    resolveDocumentPasteEdit: (edit, token) => complete(services, edit, token),
  };
  const drop: vscode.DocumentDropEditProvider<ComponentEdit> = {
    async provideDocumentDropEdits(document, position, transfer, token) {
      const picture = await pictureIn(transfer);
      if (!picture || token.isCancellationRequested) return undefined;
      return new ComponentEdit(picture, document, new vscode.Range(position, position));
    },
    resolveDocumentDropEdit: (edit, token) => complete(services, edit, token),
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentPasteEditProvider(LANGUAGES, paste, {
      providedPasteEditKinds: [kind()],
      pasteMimeTypes: MIME_TYPES,
    }),
    vscode.languages.registerDocumentDropEditProvider(LANGUAGES, drop, {
      providedDropEditKinds: [kind()],
      dropMimeTypes: MIME_TYPES,
    }),
  );
}
