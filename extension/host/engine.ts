import type { AnswerPart, Turn } from '../answer/answer.ts';
import type { Stage } from '../engine/component.ts';
import type { ComponentRequest, ComponentResult, DescribeResult, ImageSource } from '../engine/protocol.ts';
import type { Box, Scene } from '../vision/scene.ts';

/** What the host has the engine do. Each throws a one-line message for a person, and the signal's reason once that is aborted. */
export interface Engine {
  see(params: { image: ImageSource; region?: Box }, options?: { signal?: AbortSignal }): Promise<Scene>;
  describe(
    params: {
      image: ImageSource;
      thumbnail?: { width: number; height: number; bytes: number };
      lane: 'hover' | 'batch';
    },
    options?: { signal?: AbortSignal },
  ): Promise<DescribeResult>;
  component(
    params: ComponentRequest,
    options?: { signal?: AbortSignal; onStage?: (stage: Stage) => void },
  ): Promise<ComponentResult>;
  ask(
    params: { images: { name: string; image: ImageSource }[]; question: string; history: Turn[] },
    options?: { signal?: AbortSignal; onPart?: (part: AnswerPart) => void },
  ): Promise<AnswerPart[]>;
  clearCache(): Promise<void>;
}
