/** The tools for agents. */
import * as z from 'zod';
import { askImage } from './ask.ts';
import { compareImages } from './compare.ts';
import { componentFromScreenshot } from './component.ts';
import { describeImage } from './describe.ts';
import { findElement } from './find.ts';
import { asText } from './result.ts';
import { ToolError } from './tool.ts';
import type { Tool, ToolContext } from './tool.ts';

export const TOOLS: readonly Tool[] = [describeImage, askImage, findElement, componentFromScreenshot, compareImages];

export type InputSchema = { type: 'object' } & Record<string, unknown>;

/** The JSON Schema of a tool's input. */
export function inputSchema({ input }: Tool): InputSchema {
  const schema = z.toJSONSchema(input, { io: 'input' });
  delete schema.$schema;
  return { ...schema, type: 'object' };
}

/**
 * Runs a tool by its name, on input as a model gave it. Throws as `Tool.call` does, and ToolError where there is no such tool.
 * @returns text for a model
 */
export async function runTool(name: string, input: unknown, context: ToolContext): Promise<string> {
  const tool = TOOLS.find((each) => each.name === name);
  if (!tool) throw new ToolError(`There is no such tool. There are: ${TOOLS.map((each) => each.name).join(', ')}.`);
  return asText(await tool.call(input, context));
}
