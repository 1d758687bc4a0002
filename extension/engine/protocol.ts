/**
 * What the host and the engine say to each other: JSON-RPC 2.0 over the child process's channel, whose structured clone carries
 * bytes as they are. Everything here must survive structured cloning. Boxes are in image pixels.
 */
import { NotificationType, ProgressType, RequestType } from 'vscode-jsonrpc/node';
import type { AnswerPart, Turn } from '../answer/answer.ts';
import type { Description } from '../answer/description.ts';
import type { Difference } from '../answer/differences.ts';
import type { Target } from '../codegen/generate.ts';
import type { Fidelity } from '../fidelity/compare.ts';
import type { Box, Scene } from '../vision/scene.ts';
import type { Stage } from './component.ts';

/** A picture, by where it lies on this machine or by its encoded content. */
export type ImageSource = { path: string } | { bytes: Uint8Array };

export interface SourceFile {
  /** Relative to the component's folder, with forward slashes. */
  path: string;
  content: string | Uint8Array;
}

/** A stretch of a source file, in UTF-16 code units from its start. */
export interface CodeRange {
  path: string;
  start: number;
  end: number;
}

/** A piece of the design: where it lies in the screenshot, and the code that draws it. */
export interface CodeNode {
  id: string;
  parent?: string;
  box: Box;
  /** Several where repeated items share a template; the first is the best to select. */
  code: CodeRange[];
}

export interface ComponentRequest {
  image: ImageSource;
  target: Target;
  /** Only this part of the picture. */
  region?: Box;
  /** What a person read instead of us, by line id of the Scene (of the region, where one is given). */
  corrections?: Record<string, string>;
}

export interface ComponentResult {
  /** PascalCase, a valid identifier. */
  name: string;
  title: string;
  target: Target;
  /** What a person gets; the first is the component itself. */
  files: SourceFile[];
  nodes: CodeNode[];
  /**
   * The rendering as one HTML document that loads nothing: pictures as data URIs, no scripts. Each element carries in
   * `data-node` the ids of the nodes that it stands for, parted by spaces.
   */
  page: string;
  /** CSS pixels of the page. */
  viewport: { width: number; height: number };
  scene: Scene;
  /** Encoded as PNG: what the Scene's boxes refer to. */
  screenshot: Uint8Array;
  /** Lines read with low confidence, the least certain first. */
  doubtful: { line: string; text: string; box: Box; confidence: number }[];
  /** Absent where nothing was checked; `unchecked` then says why, for a person. */
  fidelity?: Fidelity;
  unchecked?: string;
  /** The rendering that was compared, encoded as PNG at the screenshot's scale. */
  rendering?: Uint8Array;
  /** Sentences for a person. */
  warnings: string[];
}

export interface DescribeResult {
  description: Description;
  image: { width: number; height: number; format: string; bytes: number };
  /** At most the size asked for, encoded as PNG, WebP or JPEG; absent where none was asked for. */
  thumbnail?: { bytes: Uint8Array; mime: string; width: number; height: number };
}

/** What the engine runs on, and why. */
export interface EngineStatus {
  device: 'gpu' | 'cpu';
  /** Execution provider of onnxruntime: `cpu`, `webgpu`, `dml`, `coreml`. */
  provider: string;
  /** A sentence for a person: why this device. */
  reason: string;
  /** Requests that run or wait. */
  busy: number;
}

/** How the engine is set up, on its command line as JSON. */
export interface EngineOptions {
  device: 'auto' | 'gpu' | 'cpu';
  /** The process that crashed before this one, by its id: what is tried again is tried on the CPU. */
  afterCrash?: number;
  /** For the Scene cache and what was learnt of devices; made where missing. */
  storage: string;
  cacheBytes: number;
  /** Folder of the models, for others than those that ship. */
  models?: string;
  /** Executable of the browser to check with, for another than the one found. */
  browser?: string;
}

/** Under which token the engine tells of a request's progress. */
export interface Progressing {
  token: number;
}

/** Error code of a request that was cancelled, or that a newer one replaced: as the Language Server Protocol numbers it. */
export const REQUEST_CANCELLED = -32800;

/** Error codes of failed requests; the message is always one line for a person that says what to do. */
export const ERROR_CODES = {
  /** The picture can't be used. */
  picture: 1,
  /** A model can't be used. */
  model: 2,
  /** Anything else. */
  internal: 3,
} as const;

export interface SeeParams {
  image: ImageSource;
  region?: Box;
}

/** `lane` `hover`: a newer one ends an older one. `batch` waits behind everything else. */
export interface DescribeParams {
  image: ImageSource;
  /** Most pixels across and down, and bytes. */
  thumbnail?: { width: number; height: number; bytes: number };
  lane: 'hover' | 'batch';
}

export interface AskParams {
  images: { name: string; image: ImageSource }[];
  question: string;
  history: Turn[];
  /** The question is about this part only, of the picture at `picture` of `images`. */
  region?: { picture: number; box: Box };
  /** Of several things that the question could mean, the one that lies here is meant. */
  meant?: { picture: number; box: Box };
}

/** What changed between two pictures, each with its boxes in its own pixels; `sizes` are the pictures' own. */
export interface CompareParams {
  images: [before: ImageSource, after: ImageSource];
}

export interface CompareResult {
  differences: Difference[];
  sizes: [before: { width: number; height: number }, after: { width: number; height: number }];
}

export const seeRequest = new RequestType<SeeParams, Scene, void>('see');
export const describeRequest = new RequestType<DescribeParams, DescribeResult, void>('describe');
export const componentRequest = new RequestType<ComponentRequest & Progressing, ComponentResult, void>('component');
export const askRequest = new RequestType<AskParams & Progressing, AnswerPart[], void>('ask');
export const compareRequest = new RequestType<CompareParams, CompareResult, void>('compare');
export const clearCacheRequest = new RequestType<void, void, void>('clearCache');

export const stageProgress = new ProgressType<Stage>();
export const partProgress = new ProgressType<AnswerPart>();

export const statusNotification = new NotificationType<EngineStatus>('status');
