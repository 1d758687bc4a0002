import * as vscode from 'vscode';
import type { Trouble } from '../../../webview/chat/messages.ts';
import { IMAGE_ENDINGS, isImageFile } from '../choose-picture.ts';
import { pictureName, type Picture } from '../pictures.ts';
import { MOST_PICTURE_BYTES } from './picture-files.ts';

interface ReadFiles {
  files: { name: string; bytes: Uint8Array }[];
  troubles: Trouble[];
}

/** Reads pictures from wherever they lie; whatever can't be read, or is too large to try, is in `troubles`. */
export async function readPictures(pictures: readonly Picture[]): Promise<ReadFiles> {
  const read: ReadFiles = { files: [], troubles: [] };
  for (const picture of pictures) {
    const name = pictureName(picture);
    if (!(picture instanceof vscode.Uri)) {
      read.files.push({ name, bytes: picture.bytes });
      continue;
    }
    try {
      const { size, type } = await vscode.workspace.fs.stat(picture);
      if (type & vscode.FileType.Directory) read.troubles.push({ reason: 'notPicture', name });
      else if (size > MOST_PICTURE_BYTES) read.troubles.push({ reason: 'tooLarge', name });
      else read.files.push({ name, bytes: await vscode.workspace.fs.readFile(picture) });
    } catch {
      read.troubles.push({ reason: 'unreadable', name });
    }
  }
  return read;
}

/** Addresses as they are dropped; what is none is left out. */
export function parseUris(uris: readonly string[]): vscode.Uri[] {
  return uris.flatMap((uri) => {
    try {
      return [vscode.Uri.parse(uri, true)];
    } catch {
      return [];
    }
  });
}

/** Lets the person choose files. */
export async function pickPictures(): Promise<vscode.Uri[]> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: true,
    openLabel: vscode.l10n.t('Attach'),
    filters: { [vscode.l10n.t('Images')]: IMAGE_ENDINGS },
  });
  return chosen ?? [];
}

/** The file in the active editor, whatever shows it; one in another group where that has none. */
export function editorPicture(): vscode.Uri | undefined {
  const { activeTabGroup, all } = vscode.window.tabGroups;
  for (const { activeTab } of [activeTabGroup, ...all]) {
    const input = activeTab?.input;
    if (input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText) {
      if (isImageFile(input.uri)) return input.uri;
    }
  }
  return undefined;
}
