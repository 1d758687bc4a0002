import { useMemo } from 'preact/hooks';
import type { ComponentResult } from '../../extension/engine/protocol.ts';
import type { Box } from '../../extension/vision/scene.ts';
import { usePreview } from './context.ts';

/** What the frame shows, in CSS pixels of its page. */
export interface Rendered {
  height: number;
  /** By node. */
  boxes: Map<string, Box>;
  /** By node, for screen readers: what element it is and what it says. */
  words: Map<string, { element: string; text: string }>;
}

interface FrameProps {
  result: ComponentResult;
  /** CSS pixels of the page. */
  height: number;
  scale: number;
  onRendered: (rendered: Rendered) => void;
}

/**
 * The page itself in a sandbox: it runs no scripts, sends no forms and opens nothing. It has our origin only so that we can
 * measure it.
 */
export function RenderingFrame({ result, height, scale, onRendered }: FrameProps) {
  const { strings } = usePreview();
  const page = useMemo(() => withNonce(result.page), [result]);
  return (
    <iframe
      class="layer frame"
      title={strings.rendering}
      sandbox="allow-same-origin"
      tabIndex={-1}
      srcdoc={page}
      width={result.viewport.width}
      height={height}
      style={{ transform: `scale(${scale})` }}
      onLoad={({ currentTarget }) => {
        const document = currentTarget.contentDocument;
        if (document) onRendered(measure(document));
      }}
    />
  );
}

/** The frame inherits our policy, by which a style sheet needs the nonce. */
function withNonce(page: string): string {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
  return page.replace('<style>', () => `<style nonce="${nonce}">`);
}

/** Letters of an element's text that are read out. */
const MOST_LETTERS = 80;

/** What an element says: as text, or as a field or picture. */
const wordsOf = (element: HTMLElement): string =>
  element.textContent ||
  ['aria-label', 'alt', 'value', 'placeholder', 'name'].map((name) => element.getAttribute(name)).find(Boolean) ||
  '';

function measure(document: Document): Rendered {
  const boxes: Rendered['boxes'] = new Map();
  const words: Rendered['words'] = new Map();
  for (const element of document.querySelectorAll<HTMLElement>('[data-node]')) {
    const { x, y, width, height } = element.getBoundingClientRect();
    const text = wordsOf(element).replace(/\s+/g, ' ').trim().slice(0, MOST_LETTERS);
    for (const id of element.dataset['node']!.split(' ')) {
      boxes.set(id, { x, y, width, height });
      words.set(id, { element: element.localName, text });
    }
  }
  return { height: document.documentElement.scrollHeight, boxes, words };
}
