import { fill } from '../shared/strings.ts';
import type { Fact } from './answer-pieces.ts';
import { useChat } from './context.ts';
import { PlainText } from './plain-text.tsx';
import { picturesOf } from './shown-pictures.ts';
import { useEvidence } from './use-evidence.ts';

/** Facts that are less sure say so. */
const SURE = 0.6;

interface FactViewProps {
  fact: Fact;
  /** SHA-256 of the pictures that it counts through. */
  about: readonly string[];
  /** Whether Tab stops here. */
  isStop: boolean;
}

/** A piece of an answer that stands on something: lights up where, and goes there. */
export function FactView({ fact, about, isStop }: FactViewProps) {
  const { strings, state } = useChat();
  const sha256 = about[fact.picture] ?? '';
  const { lighting, go } = useEvidence({ sha256, boxes: fact.boxes });
  if (sha256 === '') return <PlainText text={fact.text} />;
  const name = picturesOf(state.conversation).find((picture) => picture.sha256 === sha256)?.name ?? '';
  const place = [strings.factWhole, strings.factPlace][fact.boxes.length] ?? strings.factPlaces;
  const isUnsure = fact.confidence < SURE;
  const doubt = isUnsure ? ` · ${fill(strings.unsure, Math.round(fact.confidence * 100))}` : '';
  return (
    <span
      class={isUnsure ? 'fact fact-unsure' : 'fact'}
      role="button"
      tabIndex={isStop ? 0 : -1}
      title={fill(place, name, fact.boxes.length) + doubt}
      {...lighting}
      onClick={(event) => go(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        go(event.currentTarget);
      }}
    >
      <PlainText text={fact.text} />
    </span>
  );
}
