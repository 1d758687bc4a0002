import * as vscode from 'vscode';
import type { Picture } from './pictures.ts';
import type { Services } from './services.ts';

/** What the engine reads, by file ending. */
export const IMAGE_ENDINGS = ['png', 'jpg', 'jpeg', 'webp', 'gif', 'avif', 'bmp', 'svg', 'tif', 'tiff'];

export const isImageFile = (uri: vscode.Uri): boolean =>
  IMAGE_ENDINGS.some((ending) => uri.path.toLowerCase().endsWith(`.${ending}`));

/** The picture that a command is about: what it was given, else the one in the active tab, else one that the person picks. */
export async function choosePicture(services: Services, argument: unknown): Promise<Picture | undefined> {
  if (argument !== undefined) {
    const found = services.held.find(argument);
    if (!found) throw new Error(vscode.l10n.t('The image is no longer there. Rest the mouse on it again.'));
    return found;
  }
  const active = activePicture();
  if (active) return active;
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose an Image'),
    openLabel: vscode.l10n.t('Choose'),
    filters: { [vscode.l10n.t('Images')]: IMAGE_ENDINGS },
  });
  return chosen?.[0];
}

function activePicture(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText)) return undefined;
  return isImageFile(input.uri) ? input.uri : undefined;
}
