// Calls a tool of the editor's as `call.json` of the folder says, and writes what comes of it into `result.json`.
import * as vscode from 'vscode';

export function activate(context) {
  const file = (name) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name);
  const call = async () => {
    const asked = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file('call.json'))));
    return vscode.lm.invokeTool(asked.name, { input: asked.input, toolInvocationToken: undefined });
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('agent.call', async () => {
      const result = await call().then(
        ({ content }) => ({ text: content.map((part) => part.value).join('') }),
        (error) => ({ error: error.message }),
      );
      const told = { ...result, tools: vscode.lm.tools.map(({ name, description }) => ({ name, description })) };
      await vscode.workspace.fs.writeFile(file('result.json'), new TextEncoder().encode(JSON.stringify(told)));
    }),
  );
}
