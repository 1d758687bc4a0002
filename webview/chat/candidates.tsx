import type { Candidate as Found, Outcome } from '../../extension/answer/outcome.ts';
import { fill } from '../shared/strings.ts';
import { isRunning } from './chat-state.ts';
import { useChat } from './context.ts';
import type { Exchange } from './messages.ts';
import { useEvidence } from './use-evidence.ts';

interface CandidatesProps {
  exchange: Exchange;
  outcomes: readonly Outcome[];
}

/** The things that a question could mean, to choose the one that is meant. */
export function Candidates({ exchange, outcomes }: CandidatesProps) {
  const { strings } = useChat();
  const all = outcomes.flatMap(({ candidates = [], picture }) =>
    candidates.map((candidate) => ({ candidate, sha256: exchange.about[picture] ?? '' })),
  );
  if (!all.length) return null;
  return (
    <div class="choices">
      <p class="muted">{strings.whichOne}</p>
      <ul>
        {all.map(({ candidate, sha256 }, index) => (
          <Choice
            key={index}
            exchange={exchange.id}
            candidate={candidate}
            sha256={sha256}
            isTwin={all.filter((each) => each.candidate.name === candidate.name).length > 1}
          />
        ))}
      </ul>
    </div>
  );
}

interface ChoiceProps {
  exchange: string;
  candidate: Found;
  sha256: string;
  /** Whether another one is called the same. */
  isTwin: boolean;
}

function Choice({ exchange, candidate, sha256, isTwin }: ChoiceProps) {
  const { strings, state, post } = useChat();
  const { lighting } = useEvidence({ sha256, boxes: [candidate.box] });
  const { x, y } = candidate.box;
  return (
    <li>
      <button
        type="button"
        class="example"
        disabled={isRunning(state.conversation)}
        {...lighting}
        onClick={() => post({ kind: 'choose', exchange, meant: { sha256, ...candidate } })}
      >
        <span dir="auto">{candidate.name}</span>
        {isTwin && <span class="muted"> {fill(strings.positionValue, Math.round(x), Math.round(y))}</span>}
      </button>
    </li>
  );
}
