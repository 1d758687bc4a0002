/** What a person reads of a tool's call before it runs. Its input is unchecked, and a model's words are data. */
import path from 'node:path';
import * as vscode from 'vscode';
import { backslashedMarkdown } from '../markdown.ts';
import { folderUri, imageUri } from './tool-files.ts';

/** What any of our tools may be given. */
export type ToolInput = Record<string, unknown>;

/** Letters of a model's words that are shown. */
const MOST_SHOWN = 200;

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : '';
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
};

/** A file's name, whatever parts its path. */
const shownName = (reference: string): string => shown(path.posix.basename(reference.replaceAll('\\', '/')));

/** Of all images of a call, as the model calls them. */
export function imagesIn({ image, images, before, after }: ToolInput): string[] {
  const all = [image, ...(Array.isArray(images) ? (images as unknown[]) : []), before, after];
  return all.filter((each) => typeof each === 'string');
}

/** What is being done, while it is. */
export function invocationMessage(tool: string, input: ToolInput): vscode.MarkdownString {
  const [first = '', second = ''] = imagesIn(input).map(shownName);
  return new vscode.MarkdownString(backslashedMarkdown(messageFor(tool, input, first, second)));
}

function messageFor(tool: string, input: ToolInput, first: string, second: string): string {
  switch (tool) {
    case 'describe_image':
      return vscode.l10n.t('Describing {0}', first);
    case 'ask_image':
      return vscode.l10n.t('Asking about {0}: {1}', first, shown(input['question']));
    case 'find_element':
      return vscode.l10n.t('Looking for “{0}” in {1}', shown(input['element']), first);
    case 'compare_images':
      return vscode.l10n.t('Comparing {0} and {1}', first, second);
    default:
      return vscode.l10n.t('Creating a component from {0}', first);
  }
}

/** Asked before files are written, and before images outside the workspace are read; `undefined` where neither is. */
export async function confirmation(
  input: ToolInput,
): Promise<vscode.LanguageModelToolConfirmationMessages | undefined> {
  const outside = await imagesOutside(input);
  const folder = writesTo(input);
  if (!outside.length && !folder) return undefined;
  const [image = ''] = imagesIn(input).map(shownName);
  const sentences = [
    ...(outside.length ? [vscode.l10n.t('Read {0}, outside the workspace.', outside.join(', '))] : []),
    ...(folder ? [vscode.l10n.t('Write a component made from {0} into a new folder in {1}.', image, folder)] : []),
  ];
  return {
    title: folder ? vscode.l10n.t('Write Component') : vscode.l10n.t('Read Image'),
    message: new vscode.MarkdownString(backslashedMarkdown(sentences.join(' '))),
  };
}

async function imagesOutside(input: ToolInput): Promise<string[]> {
  const outside: string[] = [];
  for (const reference of imagesIn(input)) {
    // What can't be meant fails when it is called, and is read nowhere.
    const uri = await imageUri(reference).catch(() => undefined);
    if (uri && !vscode.workspace.getWorkspaceFolder(uri)) outside.push(shown(uri.fsPath));
  }
  return outside;
}

function writesTo({ folder }: ToolInput): string | undefined {
  if (typeof folder !== 'string') return undefined;
  try {
    return shown(vscode.workspace.asRelativePath(folderUri(folder)));
  } catch {
    return undefined;
  }
}
