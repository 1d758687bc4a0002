/** What a tool for agents is: one definition for the editor's chat and for the MCP server. */
import type * as z from 'zod';
import type { Target } from '../codegen/generate.ts';
import type { EngineClient } from '../engine/client.ts';
import type { Stage } from '../engine/component.ts';
import type { ComponentResult, ImageSource } from '../engine/protocol.ts';

/** A call that can't be done as it is; the message is one line that says what to do. */
export class ToolError extends Error {
  override name = 'ToolError';
}

export type ToolEngine = Pick<EngineClient, 'describe' | 'ask' | 'component' | 'compare'>;

export interface NamedImage {
  /** Its file's name. */
  name: string;
  image: ImageSource;
}

/** Where a component was written. */
export interface Saved {
  /** Of all files, the component's own first. */
  paths: string[];
  /** Sentences that a person must know. */
  notes: string[];
}

export interface ComponentFolder {
  /** Writes a component's files into a new folder in it, replacing nothing. Throws an Error of one line. */
  save(component: ComponentResult): Promise<Saved>;
}

/** What a tool is given by whoever offers it. */
export interface ToolContext {
  engine: ToolEngine;
  signal: AbortSignal;
  /** Told what is being done, where that takes a while. */
  onStage?(stage: Stage): void;
  /** What components are written as where the call doesn't say. */
  target(): Promise<Target>;
  /** Finds an image by what a model calls it. Throws ToolError. */
  image(reference: string): Promise<NamedImage>;
  /** Finds a folder that components may be written into. Throws ToolError. */
  folder(reference: string): Promise<ComponentFolder>;
}

/** Plain JSON. */
export type ToolResult = Record<string, unknown>;

export interface Tool {
  /** Unique among ours; whoever offers it may put a prefix before it. */
  name: string;
  title: string;
  /** For a model: when to use it, and what it gives. */
  description: string;
  input: z.ZodType;
  /** Whether it never writes anything. */
  readOnly: boolean;
  /** Does a call. Throws ToolError where its input can't be meant, EngineError where the work fails, the signal's reason. */
  call(input: unknown, context: ToolContext): Promise<ToolResult>;
}

interface Definition<Input extends z.ZodType> extends Omit<Tool, 'call'> {
  input: Input;
  run(input: z.infer<Input>, context: ToolContext): Promise<ToolResult>;
}

export function defineTool<Input extends z.ZodType>({ run, ...tool }: Definition<Input>): Tool {
  return {
    ...tool,
    async call(input, context) {
      const checked = tool.input.safeParse(input ?? {});
      if (!checked.success) throw new ToolError(firstFault(checked.error));
      return run(checked.data, context);
    },
  };
}

/** What is wrong with an input first, and where. */
function firstFault({ issues }: z.ZodError): string {
  const { path, message } = issues[0]!;
  return path.length ? `${path.join('.')}: ${message}` : message;
}
