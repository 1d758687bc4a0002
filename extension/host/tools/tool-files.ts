/** What a model calls files, as the editor has them. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { ComponentResult } from '../../engine/protocol.ts';
import { parseReference } from '../../tools/reference.ts';
import { ToolError } from '../../tools/tool.ts';
import type { ComponentFolder, NamedImage, Saved } from '../../tools/tool.ts';
import { isFile } from '../files.ts';
import { imageSource, pictureName } from '../pictures.ts';
import { applyEdit } from '../preview/actions.ts';
import { saveEdit } from '../preview/edits.ts';

/** Where a file would lie: relative paths from any of the workspace's folders. Throws ToolError. */
function placesOf(reference: string): vscode.Uri[] {
  const parsed = parseReference(reference);
  if ('uri' in parsed) return [vscode.Uri.parse(parsed.uri)];
  if (path.isAbsolute(parsed.path)) return [vscode.Uri.file(parsed.path)];
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (!folders.length) throw new ToolError('No folder is open: give an absolute path.');
  return folders.map(({ uri }) => vscode.Uri.joinPath(uri, parsed.path));
}

/** Where an image lies, or the first place where it would. Throws ToolError. */
export async function imageUri(reference: string): Promise<vscode.Uri> {
  const places = placesOf(reference);
  for (const place of places) if (await isFile(place)) return place;
  return places[0]!;
}

/** Throws ToolError, and FileSystemError where another file system can't read it. */
export async function findImage(reference: string): Promise<NamedImage> {
  const uri = await imageUri(reference);
  return { name: pictureName(uri), image: await imageSource(uri) };
}

/** A folder to write into, which must lie in a workspace that is trusted. Throws ToolError. */
export function folderUri(reference: string): vscode.Uri {
  const folder = placesOf(reference)[0]!;
  if (!vscode.workspace.getWorkspaceFolder(folder))
    throw new ToolError('Components are only written into the open workspace: give a folder in it.');
  if (!vscode.workspace.isTrusted)
    throw new ToolError('This workspace is not trusted: leave out the folder to get the files as text.');
  return folder;
}

/** Throws as `folderUri` does. */
export async function componentFolder(reference: string): Promise<ComponentFolder> {
  const folder = folderUri(reference);
  return { save: (component) => saveComponent(component, folder) };
}

/** Writes a component into a folder of its own there, as the preview's Save does. */
async function saveComponent(component: ComponentResult, folder: vscode.Uri): Promise<Saved> {
  const prepared = await saveEdit(component, folder);
  await applyEdit(prepared);
  return { paths: prepared.files.map((file) => vscode.workspace.asRelativePath(file)), notes: prepared.notes };
}
