import { useEffect, useState } from 'preact/hooks';
import type { Box } from '../../extension/vision/scene.ts';
import { fill } from '../shared/strings.ts';
import { usePreview } from './context.ts';
import { Crop } from '../shared/crop.tsx';
import type { Size } from '../shared/region.ts';

/** Screen pixels that a line's crop takes at most. */
const CROP = { width: 260, height: 34 };

interface LineEditorProps {
  line: string;
  text: string;
  box: Box;
  /** 0 to 1, where it is in doubt. */
  confidence: number | undefined;
  /** Address of the screenshot, and its size in image pixels. */
  picture: string | undefined;
  image: Size;
  onSpot: (box: Box) => void;
}

/** A line of text as it looks and as it was read; Enter takes what was typed instead and goes on, Escape goes back. */
export function LineEditor({ line, text, box, confidence, picture, image, onSpot }: LineEditorProps) {
  const { strings, post } = usePreview();
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped(text);
    if (event.key !== 'Enter') return;
    if (typed.trim() !== text) post({ kind: 'correct', line, text: typed.trim() });
    // On to the next one: this one may be gone once the code has followed.
    const item = (event.currentTarget as HTMLElement).closest('.reading');
    item?.nextElementSibling?.querySelector('input')?.focus();
  };
  return (
    <li class="reading" onClick={() => onSpot(box)}>
      <Crop box={box} picture={picture} image={image} most={CROP} />
      <div class="reading-text">
        <input
          class="field"
          value={typed}
          aria-label={fill(strings.readAs, text)}
          spellcheck={false}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onFocus={() => onSpot(box)}
          onKeyDown={keyDown}
        />
        {confidence !== undefined && (
          <span class="muted reading-confidence">{fill(strings.confidence, Math.round(confidence * 100))}</span>
        )}
      </div>
    </li>
  );
}
