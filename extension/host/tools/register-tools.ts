/** The tools for agents, as the editor's chat takes them. */
import * as vscode from 'vscode';
import { knownTarget } from '../component/choose-target.ts';
import { messageOf } from '../message-of.ts';
import type { Services } from '../services.ts';
import { isCancelled, signalOf } from '../work.ts';
import { confirmation, invocationMessage } from './tool-messages.ts';
import type { ToolInput } from './tool-messages.ts';
import { componentFolder, findImage } from './tool-files.ts';

/** Before our names in the editor, where all extensions' tools are together. */
export const PREFIX = 'pixelwright_';

interface Manifest {
  contributes: { languageModelTools: { name: string }[] };
}

/** Registers what the manifest contributes; nothing where an editor made from VS Code has no such tools. */
export function registerTools(services: Services, extension: vscode.Extension<unknown>): vscode.Disposable {
  if (!('registerTool' in vscode.lm)) return vscode.Disposable.from();
  const { contributes } = extension.packageJSON as Manifest;
  const tools = contributes.languageModelTools.map(({ name }) =>
    vscode.lm.registerTool(name, new EditorTool(services, name.slice(PREFIX.length))),
  );
  return vscode.Disposable.from(...tools);
}

class EditorTool implements vscode.LanguageModelTool<ToolInput> {
  readonly #services: Services;
  readonly #name: string;

  constructor(services: Services, name: string) {
    this.#services = services;
    this.#name = name;
  }

  async prepareInvocation({
    input,
  }: vscode.LanguageModelToolInvocationPrepareOptions<ToolInput>): Promise<vscode.PreparedToolInvocation> {
    const confirmationMessages = await confirmation(input);
    return {
      invocationMessage: invocationMessage(this.#name, input),
      ...(confirmationMessages && { confirmationMessages }),
    };
  }

  /** Throws an Error of one line, which the model is given. */
  async invoke(
    { input }: vscode.LanguageModelToolInvocationOptions<ToolInput>,
    token: vscode.CancellationToken,
  ): Promise<vscode.LanguageModelToolResult> {
    const services = this.#services;
    try {
      const { runTool } = await import('../../tools/all.ts');
      const text = await runTool(this.#name, input, {
        engine: services.engine(),
        signal: signalOf(token),
        target: async () => (await knownTarget(services, undefined)) ?? 'react',
        image: findImage,
        folder: componentFolder,
      });
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    } catch (error) {
      if (isCancelled(error)) throw new vscode.CancellationError();
      services.log.info(`${this.#name}: ${messageOf(error)}`);
      throw new Error(messageOf(error), { cause: error });
    }
  }
}
