import * as vscode from 'vscode';
import { declaredIn, isTailwindEntry, themeOf, type ProjectTokens } from './theme.ts';

/** Style sheets looked through at most, and the largest of them in bytes: a project's own are few and small. */
const MOST_SHEETS = 200;
const LARGEST_SHEET = 300_000;
const NOT_OURS = '**/{node_modules,dist,build,out,.next,.git,coverage}/**';

export interface ProjectStyles {
  tokens: ProjectTokens;
  /** The style sheet that Tailwind starts from, of several the one nearest to where the component goes. */
  entry?: { uri: vscode.Uri; text: string };
}

/** Of a place in no project. */
export const noStyles = (): ProjectStyles => ({ tokens: { declared: new Map(), theme: new Map() } });

/** Looks through the style sheets of the workspace folder that `near` is in. Empty outside of any. */
export async function projectStyles(near: vscode.Uri): Promise<ProjectStyles> {
  const folder = vscode.workspace.getWorkspaceFolder(near);
  const styles = noStyles();
  if (!folder) return styles;
  const pattern = new vscode.RelativePattern(folder, '**/*.css');
  let best = -1;
  for (const uri of await vscode.workspace.findFiles(pattern, NOT_OURS, MOST_SHEETS)) {
    const text = await readText(uri);
    if (text === undefined) continue;
    for (const [name, value] of declaredIn(text)) styles.tokens.declared.set(name, value);
    for (const [name, value] of themeOf(text)) styles.tokens.theme.set(name, value);
    const shared = sharedFolders(uri.path, near.path);
    if (!isTailwindEntry(text) || shared <= best) continue;
    best = shared;
    styles.entry = { uri, text };
  }
  return styles;
}

/** As an open editor has it, else as it is on disk. */
async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > LARGEST_SHEET ? undefined : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // Gone since it was found.
    return undefined;
  }
}

function sharedFolders(one: string, other: string): number {
  const a = one.split('/');
  const b = other.split('/');
  let count = 0;
  while (count < a.length && a[count] === b[count]) count++;
  return count;
}

/** Names of what lies in a folder; none where there is no such folder. */
export async function namesIn(folder: vscode.Uri): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return [];
  }
}
