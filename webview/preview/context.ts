import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FromPreview, PreviewSetup } from './messages.ts';
import type { PreviewStrings } from './strings.ts';

export interface PreviewContext {
  setup: PreviewSetup;
  post: (message: FromPreview) => void;
}

export const Preview = createContext<PreviewContext | undefined>(undefined);

export function usePreview(): PreviewContext & { strings: PreviewStrings } {
  const context = useContext(Preview);
  if (!context) throw new Error('not within a preview');
  return { ...context, strings: context.setup.strings };
}
