import * as vscode from 'vscode';
import { registerAltFix } from './host/alt/insert.ts';
import { registerAltReview } from './host/alt/review.ts';
import { registerAsk } from './host/ask.ts';
import { registerChat } from './host/chat/register-chat.ts';
import { registerComponentCommands } from './host/component/commands.ts';
import { registerPasteAndDrop } from './host/component/paste.ts';
import { registerCopyText } from './host/copy-text.ts';
import { createServices } from './host/create-services.ts';
import { registerHover } from './host/hover/hover.ts';
import { registerPreview } from './host/preview/open-preview.ts';
import { registerStatus } from './host/status.ts';
import { registerMcpServer } from './host/tools/mcp-server.ts';
import { registerTools } from './host/tools/register-tools.ts';

/** Registers the features; what they need is loaded when they are first used. */
export function activate(context: vscode.ExtensionContext): void {
  const services = createServices(context);
  context.subscriptions.push(
    services,
    registerComponentCommands(services),
    registerPasteAndDrop(services),
    registerPreview(services),
    registerChat(services),
    registerAsk(services),
    registerHover(services),
    registerAltFix(services),
    registerAltReview(services),
    registerCopyText(services),
    registerStatus(services),
    registerTools(services, context.extension),
    registerMcpServer(services, context.extension),
  );
}
