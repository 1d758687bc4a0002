/** The tools as an MCP server has them. */
import { Server } from '@modelcontextprotocol/server';
import type { CallToolResult, ServerContext, Tool as ListedTool } from '@modelcontextprotocol/server';
import path from 'node:path';
import { inputSchema, runTool, TOOLS } from '../tools/all.ts';
import { localPath } from '../tools/reference.ts';
import type { Tool, ToolContext, ToolEngine } from '../tools/tool.ts';
import { componentFolder } from './write-component.ts';

const INSTRUCTIONS =
  'Measures images of user interfaces and documents on this machine. Prefer these tools to looking at an image yourself for exact text, counts, positions, colours and sizes. Boxes and points are in image pixels from the top left.';

/**
 * @param version ours
 * @param base folder that relative paths start from
 */
export function makeServer(version: string, engine: ToolEngine, base: string): Server {
  const server = new Server(
    { name: 'pixelwright', title: 'Pixelwright', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler('tools/list', () => ({ tools: TOOLS.map(listed) }));
  server.setRequestHandler('tools/call', ({ params }, { mcpReq }) => {
    const context = {
      ...contextOf(engine, base),
      signal: mcpReq.signal,
      ...stages(mcpReq, params._meta?.progressToken),
    };
    return answered(runTool(params.name, params.arguments, context), mcpReq.signal);
  });
  return server;
}

const listed = (tool: Tool): ListedTool => ({
  name: tool.name,
  title: tool.title,
  description: tool.description,
  inputSchema: inputSchema(tool),
  annotations: { readOnlyHint: tool.readOnly, destructiveHint: false, openWorldHint: false },
});

/** Tells a client that asks for it how a call gets on: many give up where they hear nothing for a minute. */
function stages(
  { notify }: ServerContext['mcpReq'],
  progressToken: string | number | undefined,
): Pick<ToolContext, 'onStage'> {
  if (progressToken === undefined) return {};
  let progress = 0;
  return {
    onStage: (message) => {
      // Whoever is gone needs no word.
      notify({ method: 'notifications/progress', params: { progressToken, progress: ++progress, message } }).catch(
        () => {},
      );
    },
  };
}

const contextOf = (engine: ToolEngine, base: string): Omit<ToolContext, 'signal'> => ({
  engine,
  target: () => Promise.resolve('react'),
  image: async (reference) => {
    const file = localPath(reference, base);
    return { name: path.basename(file), image: { path: file } };
  },
  folder: (folder) => componentFolder(localPath(folder, base)),
});

/** What fails is a result too, for the model to do better. Rejects where the call was cancelled. */
async function answered(running: Promise<string>, signal: AbortSignal): Promise<CallToolResult> {
  try {
    return { content: [{ type: 'text', text: await running }] };
  } catch (error) {
    signal.throwIfAborted();
    const [line] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    return { content: [{ type: 'text', text: line! }], isError: true };
  }
}
