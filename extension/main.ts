import * as vscode from 'vscode';
import { registerComponentCommands } from './host/component/commands.ts';
import { registerPasteAndDrop } from './host/component/paste.ts';
import { createServices } from './host/create-services.ts';
import { registerPreview } from './host/preview/open-preview.ts';

/** Registers the features; what they need is loaded when they are first used. */
export function activate(context: vscode.ExtensionContext): void {
  const services = createServices(context);
  context.subscriptions.push(
    services,
    registerComponentCommands(services),
    registerPasteAndDrop(services),
    registerPreview(services),
  );
}
