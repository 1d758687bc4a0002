import * as vscode from 'vscode';
import { choosePicture } from './choose-picture.ts';
import { imageSource, pictureName } from './pictures.ts';
import type { Services } from './services.ts';
import { attempt, withCancel } from './work.ts';

/** The command that puts what an image says on the clipboard. */
export function registerCopyText(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('pixelwright.copyText', (argument: unknown) =>
    attempt(services, async () => {
      const picture = await choosePicture(services, argument);
      if (!picture) return;
      const { description } = await withCancel(vscode.l10n.t('Reading {0}', pictureName(picture)), async (signal) =>
        services.engine().describe({ image: await imageSource(picture), lane: 'batch' }, { signal }),
      );
      if (!description.text) {
        void vscode.window.showInformationMessage(vscode.l10n.t('No text was found in {0}.', pictureName(picture)));
        return;
      }
      await vscode.env.clipboard.writeText(description.text);
      const lines = description.text.split('\n').length;
      vscode.window.setStatusBarMessage(
        `$(check) ${lines === 1 ? vscode.l10n.t('Copied one line.') : vscode.l10n.t('Copied {0} lines.', lines)}`,
        COPIED_MS,
      );
    }),
  );
}

/** Long enough to be read. */
const COPIED_MS = 5000;
