import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { pageHtml } from './page-html.ts';

/** Where our bundled webviews lie: the only folder that a webview may read. */
export const webviewFolder = (extensionUri: vscode.Uri) => vscode.Uri.joinPath(extensionUri, 'dist', 'webview');

/**
 * Shows a bundle of dist/webview in a webview, under a policy that lets in nothing but that bundle, pictures from the page
 * itself (`blob:`, `data:`), and what it embeds from itself.
 * @param name of the bundle: `chat` for chat.js and chat.css
 * @param setup what the page starts with (see `readSetup` in webview/shared/port.ts); plain JSON
 */
export function showPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  { name, title, setup }: { name: string; title: string; setup: unknown },
): void {
  const folder = webviewFolder(extensionUri);
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  const uri = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  webview.html = pageHtml({
    script: uri(`${name}.js`),
    style: uri(`${name}.css`),
    source: webview.cspSource,
    nonce: randomBytes(16).toString('base64url'),
    language: vscode.env.language,
    title,
    setup,
  });
}
