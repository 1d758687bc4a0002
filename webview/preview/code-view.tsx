import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { CodeRange } from '../../extension/engine/protocol.ts';
import { usePreview } from './context.ts';
import { tokensOf } from './tokens.ts';

interface CodeViewProps {
  path: string;
  code: string;
  /** What to mark, in order. */
  ranges: readonly CodeRange[];
  /** Whether the first of them is brought into sight. */
  isScrolled: boolean;
  /** Where the caret was put, in UTF-16 code units from the start. */
  onCaret: (offset: number) => void;
}

/** Code to read and copy, with a caret that keys and mouse move, as in an editor; it takes no input. */
export function CodeView({ path, code, ranges, isScrolled, onCaret }: CodeViewProps) {
  const { strings } = usePreview();
  const pre = useRef<HTMLPreElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const tokens = useMemo(() => tokensOf(path, code), [path, code]);
  const starts = useMemo(() => [0, ...[...code.matchAll(/\n(?!$)/g)].map(({ index }) => index + 1)], [code]);

  useLayoutEffect(() => {
    const text = pre.current!;
    const marked = ranges.map(({ start, end }) => domRange(text, start, end));
    CSS.highlights.set('selected-code', new Highlight(...marked));
    const [first] = marked;
    if (first && isScrolled) bringIntoSight(room.current!, first);
    return () => void CSS.highlights.delete('selected-code');
  }, [ranges, isScrolled]);

  useEffect(() => {
    const moved = () => {
      const text = pre.current;
      const selection = document.getSelection();
      if (!text || !selection?.isCollapsed || !text.contains(selection.focusNode)) return;
      onCaret(offsetOf(text, selection.focusNode!, selection.focusOffset));
    };
    document.addEventListener('selectionchange', moved);
    return () => document.removeEventListener('selectionchange', moved);
  });

  const isMarked = (start: number, end: number) => ranges.some((range) => range.start < end && range.end > start);
  const refuse = (event: Event) => event.preventDefault();
  return (
    <div class="code" ref={room}>
      <div class="gutter" aria-hidden="true">
        {starts.map((start, i) => (
          <div key={start} class={isMarked(start, starts[i + 1] ?? code.length) ? 'line line-marked' : 'line'}>
            {i + 1}
          </div>
        ))}
      </div>
      <pre
        ref={pre}
        class="code-text"
        role="textbox"
        aria-multiline="true"
        aria-readonly="true"
        aria-label={`${path}. ${strings.codeHelp}`}
        contentEditable="plaintext-only"
        spellcheck={false}
        tabIndex={0}
        onBeforeInput={refuse}
        onPaste={refuse}
        onCut={refuse}
        onDrop={refuse}
        onDragStart={refuse}
      >
        {tokens.map(({ text, scope }, i) =>
          scope ? (
            <span key={i} class={scope}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </pre>
    </div>
  );
}

function offsetOf(text: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

function domRange(text: HTMLElement, start: number, end: number): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let before = 0;
  let isStarted = false;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const after = before + node.length;
    if (!isStarted && start < after) {
      range.setStart(node, start - before);
      isStarted = true;
    }
    if (end <= after) {
      range.setEnd(node, end - before);
      break;
    }
    before = after;
  }
  return range;
}

/** Of what is marked, the top at a quarter of the height. */
function bringIntoSight(room: HTMLElement, range: Range): void {
  const { top, bottom, left } = range.getBoundingClientRect();
  const outer = room.getBoundingClientRect();
  if (top >= outer.top && bottom <= outer.bottom) return;
  room.scrollTo({
    top: room.scrollTop + top - outer.top - outer.height / 4,
    left: left > outer.right ? room.scrollLeft + left - outer.left - 80 : 0,
  });
}
