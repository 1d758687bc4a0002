import type { Outcome } from '../../extension/answer/outcome.ts';
import { fill } from '../shared/strings.ts';
import { useChat } from './context.ts';
import type { ChatPicture, Region } from './messages.ts';
import { picturesOf } from './shown-pictures.ts';
import { useEvidence } from './use-evidence.ts';
import { ValueView } from './value-view.tsx';

interface HowViewProps {
  outcomes: readonly Outcome[];
  /** SHA-256 of the pictures that outcomes count through. */
  about: readonly string[];
  /** The part that was asked about. */
  region: Region | undefined;
}

/** How an answer came about: what was done, what came of it, how sure that is, and where it was looked. */
export function HowView({ outcomes, about, region }: HowViewProps) {
  return (
    <div class="how">
      {outcomes.map((outcome, index) => (
        <OutcomeView key={index} outcome={outcome} sha256={about[outcome.picture]} region={region} />
      ))}
    </div>
  );
}

function OutcomeView({
  outcome,
  sha256,
  region,
}: {
  outcome: Outcome;
  sha256?: string | undefined;
  region?: Region | undefined;
}) {
  const { strings, state } = useChat();
  const { steps, value, confidence, declined } = outcome;
  const picture = picturesOf(state.conversation).find((each) => each.sha256 === sha256);
  const percent = Math.round(confidence * 100);
  return (
    <section class="how-one">
      <ol class="steps" aria-label={strings.steps}>
        {steps.map(({ verb, what }, index) => (
          <li key={index}>
            <span class="step-verb">{verb}</span>
            {what && <span dir="auto">{what}</span>}
          </li>
        ))}
      </ol>
      <dl class="card-rows">
        {value && (
          <div class="card-row">
            <dt>{strings.value}</dt>
            <dd>
              <ValueView value={value} />
            </dd>
          </div>
        )}
        {!declined && (
          <div class="card-row">
            <dt>{strings.confidence}</dt>
            <dd class="confidence">
              <span class="confidence-bar" aria-hidden="true">
                <span style={{ width: `${percent}%` }} />
              </span>
              {percent} %
            </dd>
          </div>
        )}
        {picture && (
          <div class="card-row">
            <dt>{strings.lookedAt}</dt>
            <dd>
              <Places outcome={outcome} picture={picture} region={region} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** Where it was looked, to light up and go to. */
function Places({ outcome, picture, region }: { outcome: Outcome; picture: ChatPicture; region: Region | undefined }) {
  const { strings } = useChat();
  const { boxes, value } = outcome;
  const part = region?.sha256 === picture.sha256 ? region : undefined;
  const { lighting, go } = useEvidence({
    sha256: picture.sha256,
    boxes: boxes.length || !part ? boxes : [part.box],
    ...(value?.kind === 'place' ? { point: value.point } : {}),
  });
  const text = boxes.length
    ? fill(boxes.length === 1 ? strings.onePlace : strings.factPlaces, picture.name, boxes.length)
    : fill(part ? strings.partOf : strings.allOf, picture.name);
  return (
    <button type="button" class="link-button" dir="auto" {...lighting} onClick={(event) => go(event.currentTarget)}>
      {text}
    </button>
  );
}
