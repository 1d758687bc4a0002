import * as vscode from 'vscode';
import { askAbout } from './chat/register-chat.ts';
import { choosePicture, isImageFile } from './choose-picture.ts';
import type { Services } from './services.ts';
import { attempt } from './work.ts';

/** The command that attaches an image to the chat; from the Explorer all that are selected. */
export function registerAsk(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('pixelwright.askAboutImage', (argument: unknown, selected: unknown) =>
    attempt(services, async () => {
      const several = Array.isArray(selected) ? selected.filter((each) => each instanceof vscode.Uri) : [];
      if (several.length > 1) return askAbout(services, several.filter(isImageFile));
      const picture = await choosePicture(services, argument);
      if (picture) await askAbout(services, [picture]);
    }),
  );
}
