import * as vscode from 'vscode';

/** Where components usually lie, the most usual first. */
const USUAL = ['src/components', 'app/components', 'components', 'src/lib/components', 'src', 'app'];
/** Offered in a project that has none of them. */
const FALLBACK = 'src/components';
const REMEMBERED = 'preview.folder';

interface Choice extends vscode.QuickPickItem {
  uri?: vscode.Uri;
}

/** Asks for the folder to save into; a sensible one comes first. `undefined` where the person thinks better of it. */
export async function chooseFolder(
  memento: vscode.Memento,
  near: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const workspace =
    (near && vscode.workspace.getWorkspaceFolder(near)) ?? vscode.workspace.workspaceFolders?.[0] ?? undefined;
  if (!workspace) return browse(undefined);
  const remembered = memento.get<string>(REMEMBERED);
  const existing: string[] = [];
  for (const path of new Set([...(remembered === undefined ? [] : [remembered]), ...USUAL]))
    if (await isFolder(vscode.Uri.joinPath(workspace.uri, path))) existing.push(path);
  const first = existing.length && (existing[0] === remembered || existing[0]!.endsWith('components'));
  const paths = first ? existing : [FALLBACK, ...existing];
  const items: Choice[] = paths.map((path) => ({
    label: `$(folder) ${path || workspace.name}`,
    uri: vscode.Uri.joinPath(workspace.uri, path),
    ...(existing.includes(path) ? {} : { description: vscode.l10n.t('new folder') }),
  }));
  items.push({ label: `$(folder-opened) ${vscode.l10n.t('Another folder…')}` });
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Save the component into'),
    placeHolder: vscode.l10n.t('It gets a folder of its own there'),
  });
  if (!chosen) return undefined;
  const folder = chosen.uri ?? (await browse(workspace.uri));
  if (folder && vscode.workspace.getWorkspaceFolder(folder) === workspace)
    await memento.update(REMEMBERED, vscode.workspace.asRelativePath(folder, false));
  return folder;
}

async function browse(start: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    ...(start ? { defaultUri: start } : {}),
    openLabel: vscode.l10n.t('Save Here'),
  });
  return chosen?.[0];
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.Directory;
  } catch {
    return false;
  }
}
