import * as vscode from 'vscode';
import { registerPreview } from './host/preview/open-preview.ts';
import { createServices } from './host/create-services.ts';

/** Registers the features; what they need is loaded when they are first used. */
export function activate(context: vscode.ExtensionContext): void {
  const services = createServices(context);
  context.subscriptions.push(services, registerPreview(services));
}
