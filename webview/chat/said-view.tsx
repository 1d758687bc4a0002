import { Icon } from '../shared/icon.tsx';
import type { Answer } from './answer-pieces.ts';
import { useChat } from './context.ts';
import { FactView } from './fact-view.tsx';
import { PlainText } from './plain-text.tsx';

interface SaidViewProps {
  answer: Answer;
  /** SHA-256 of the pictures that facts count through. */
  about: readonly string[];
  /** Whether Tab stops at its first fact. */
  hasStop: boolean;
}

/** What was said to one question; that the picture doesn't tell is seen at once. */
export function SaidView({ answer: { paragraphs, outcome }, about, hasStop }: SaidViewProps) {
  const { strings } = useChat();
  const first = paragraphs.flat().find(({ kind }) => kind === 'fact');
  const said = paragraphs.map((pieces, index) => (
    <p key={index} dir="auto">
      {pieces.map((piece, at) =>
        piece.kind === 'fact' ? (
          <FactView key={at} fact={piece} about={about} isStop={hasStop && piece === first} />
        ) : (
          <PlainText key={at} text={piece.text} />
        ),
      )}
    </p>
  ));
  if (!outcome?.declined) return said;
  return (
    <div class="declined" role="note" aria-label={strings.declined} title={strings.declined}>
      <Icon name="circle-slash" />
      <div class="declined-text">{said}</div>
    </div>
  );
}
