/** The MCP server, for the editor's agents that take no extension's tools, and for other programs on this machine. */
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { attempt } from '../work.ts';

/** As the manifest contributes it. */
const PROVIDER = 'pixelwright.mcp';
const SETTING = 'pixelwright.mcpServer';

/** Offers the server to the editor, and its configuration for other programs to a person. */
export function registerMcpServer(services: Services, extension: vscode.Extension<unknown>): vscode.Disposable {
  const { version } = extension.packageJSON as { version: string };
  const changed = new vscode.EventEmitter<void>();
  void refreshLauncher(services);
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) changed.fire();
    }),
    // Editors made from VS Code may have no place for it.
    ...('registerMcpServerDefinitionProvider' in vscode.lm
      ? [
          vscode.lm.registerMcpServerDefinitionProvider(PROVIDER, {
            onDidChangeMcpServerDefinitions: changed.event,
            provideMcpServerDefinitions: () =>
              services.settings.offersMcpServer() ? [definition(services, version)] : [],
          }),
        ]
      : []),
    vscode.commands.registerCommand('pixelwright.copyMcpConfiguration', () =>
      attempt(services, () => copyConfiguration(services)),
    ),
  );
}

const mainFile = ({ extensionUri }: Services) => vscode.Uri.joinPath(extensionUri, 'dist', 'mcp', 'main.mjs');

/** Shares with the extension what was seen in images. */
const storage = (services: Services) => vscode.Uri.joinPath(services.storage, 'engine').fsPath;

/** Run by the editor's own Node. */
function definition(services: Services, version: string): vscode.McpStdioServerDefinition {
  const args = [mainFile(services).fsPath, '--storage', storage(services)];
  const environment = { ELECTRON_RUN_AS_NODE: '1' };
  const server = new vscode.McpStdioServerDefinition('Pixelwright', process.execPath, args, environment, version);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder?.scheme === 'file') server.cwd = folder;
  return server;
}

/** A file that stays where it is when the extension's folder gets another name with another version. */
const launcher = (services: Services) => vscode.Uri.joinPath(services.storage, 'mcp', 'main.mjs');

async function writeLauncher(services: Services): Promise<vscode.Uri> {
  const file = launcher(services);
  const text = `import ${JSON.stringify(pathToFileURL(mainFile(services).fsPath).href)};\n`;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return file;
}

/** Points what other programs were given to this version; where none was, nothing is written. */
async function refreshLauncher(services: Services): Promise<void> {
  try {
    await vscode.workspace.fs.stat(launcher(services));
    await writeLauncher(services);
  } catch {
    // None was given.
  }
}

async function copyConfiguration(services: Services): Promise<void> {
  const { fsPath } = await writeLauncher(services);
  const server = { command: 'node', args: [fsPath] };
  await vscode.env.clipboard.writeText(JSON.stringify({ mcpServers: { pixelwright: server } }, null, 2));
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Copied for MCP clients on this machine. They need Node.js 22 or later.'),
  );
}
