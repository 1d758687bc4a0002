import { useEffect, useState } from 'preact/hooks';
import type { Box } from '../../extension/vision/scene.ts';
import { fill } from '../shared/strings.ts';
import { usePreview } from './context.ts';
import type { Size } from '../shared/region.ts';

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
      <Crop box={box} picture={picture} image={image} />
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

/** Screen pixels: as high as a crop is shown, and the most that it may be wide. */
const CROP_HEIGHT = 34;
const CROP_WIDTH = 260;
/** Image pixels of the surroundings that are shown. */
const AROUND = 4;

function Crop({ box, picture, image }: { box: Box; picture: string | undefined; image: Size }) {
  const width = box.width + 2 * AROUND;
  const height = box.height + 2 * AROUND;
  const scale = Math.min(CROP_HEIGHT / height, CROP_WIDTH / width);
  return (
    <span class="crop" aria-hidden="true" style={{ width: `${width * scale}px`, height: `${height * scale}px` }}>
      <img
        src={picture}
        alt=""
        style={{
          width: `${image.width * scale}px`,
          height: `${image.height * scale}px`,
          left: `${(AROUND - box.x) * scale}px`,
          top: `${(AROUND - box.y) * scale}px`,
        }}
      />
    </span>
  );
}
