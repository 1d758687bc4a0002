import * as vscode from 'vscode';
import { choosePicture } from '../choose-picture.ts';
import { openPreview } from '../preview/open-preview.ts';
import type { PreviewRequest } from '../preview/request.ts';
import type { Services } from '../services.ts';
import { attempt } from '../work.ts';
import { chooseTarget } from './choose-target.ts';

async function open(services: Services, image: PreviewRequest['image'], chooseRegion: boolean): Promise<void> {
  const target = await chooseTarget(services, image instanceof vscode.Uri ? image : undefined);
  if (target) await openPreview(services, { image, target, ...(chooseRegion ? { chooseRegion } : {}) });
}

/** Commands that open the preview of a component: of an image, of a part of one, of what the clipboard holds. */
export function registerComponentCommands(services: Services): vscode.Disposable {
  const ofImage = (chooseRegion: boolean) => (argument: unknown) =>
    attempt(services, async () => {
      const image = await choosePicture(services, argument);
      if (image) await open(services, image, chooseRegion);
    });
  return vscode.Disposable.from(
    vscode.commands.registerCommand('pixelwright.componentFromImage', ofImage(false)),
    vscode.commands.registerCommand('pixelwright.componentFromRegion', ofImage(true)),
    vscode.commands.registerCommand('pixelwright.componentFromClipboard', () =>
      attempt(services, () => open(services, 'clipboard', false)),
    ),
  );
}
