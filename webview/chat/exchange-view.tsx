import { IconButton } from '../shared/button.tsx';
import { fill } from '../shared/strings.ts';
import { AnswerView } from './answer-view.tsx';
import { useChat } from './context.ts';
import type { Exchange } from './messages.ts';
import { PictureView } from './picture-view.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { QuestionPart } from './question-part.tsx';

interface ExchangeViewProps {
  exchange: Exchange;
  place: { at: number; of: number };
  /** Whether Tab stops here. */
  isStop: boolean;
  onReach: () => void;
  /** The question as it is being rewritten. */
  editing: string | undefined;
  onEdit: (text: string | undefined) => void;
  onAsk: (text: string) => void;
}

/** A question with its pictures, and what was answered. */
export function ExchangeView(props: ExchangeViewProps) {
  const { exchange, place, isStop, onReach, editing, onEdit, onAsk } = props;
  const { strings } = useChat();
  return (
    <article
      class="exchange"
      tabIndex={isStop ? 0 : -1}
      aria-label={fill(strings.exchange, exchange.question)}
      aria-description={strings.threadHelp}
      aria-posinset={place.at}
      aria-setsize={place.of}
      onFocusCapture={onReach}
    >
      <div class="question">
        {exchange.pictures.map((picture) => (
          <PictureView key={picture.sha256} picture={picture} />
        ))}
        {editing === undefined ? (
          <div class="question-line">
            <p class="question-text" dir="auto">
              {exchange.question}
            </p>
            <IconButton icon="edit" label={strings.edit} onClick={() => onEdit(exchange.question)} />
          </div>
        ) : (
          <QuestionEditor
            text={editing}
            dropsOthers={place.at < place.of}
            onWrite={onEdit}
            onAsk={onAsk}
            onCancel={() => onEdit(undefined)}
          />
        )}
        {exchange.region && <QuestionPart region={exchange.region} />}
        {exchange.meant && <QuestionPart region={exchange.meant} name={fill(strings.meant, exchange.meant.name)} />}
      </div>
      <AnswerView exchange={exchange} />
    </article>
  );
}
