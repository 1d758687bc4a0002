import * as vscode from 'vscode';
import type { Target } from '../../codegen/generate.ts';
import { readNearest } from '../files.ts';
import { TARGET_KEY } from '../preview/panel.ts';
import { TARGETS, targetName } from '../preview/targets.ts';
import type { Services } from '../services.ts';
import { targetOfLanguage, targetOfProject } from './project-target.ts';

/**
 * What a component is written as: what the person has set, or chose last in this workspace, or what the project or the file
 * in the editor is made of; else it is asked, and remembered.
 * @returns `undefined` where the person thinks better of it
 */
export async function chooseTarget(services: Services, near: vscode.Uri | undefined): Promise<Target | undefined> {
  return (await knownTarget(services, near)) ?? ask(services);
}

/** The same without asking; `undefined` where nothing tells. */
export async function knownTarget(services: Services, near: vscode.Uri | undefined): Promise<Target | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const place = near ?? document?.uri;
  const set = services.settings.target(place);
  if (set !== 'auto') return set;
  const remembered = services.memento.get<Target>(TARGET_KEY);
  if (remembered && TARGETS.includes(remembered)) return remembered;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const places = [...(place ? [place] : []), ...folders.map(({ uri }) => vscode.Uri.joinPath(uri, 'package.json'))];
  for (const each of places) {
    const target = targetOfProject(await readNearest('package.json', each));
    if (target) return target;
  }
  return document && targetOfLanguage(document.languageId);
}

async function ask({ memento }: Services): Promise<Target | undefined> {
  const chosen = await vscode.window.showQuickPick(
    TARGETS.map((target) => ({ label: targetName(target), target })),
    {
      title: vscode.l10n.t('What should the component be written as?'),
      placeHolder: vscode.l10n.t('Remembered for this workspace; the preview can change it'),
    },
  );
  if (chosen) await memento.update(TARGET_KEY, chosen.target);
  return chosen?.target;
}
