import { Icon } from '../shared/icon.tsx';
import { sceneOf } from './chat-state.ts';
import { useChat, useNextQuestion } from './context.ts';
import type { ChatPicture } from './messages.ts';
import { PictureView } from './picture-view.tsx';
import { suggestionsFor } from './suggestions.ts';

/** Questions offered at most. */
const MOST = 6;

/** Before anything is asked: what the chat is for, or the pictures that can be asked about; and questions to start with. */
export function EmptyView({ pictures }: { pictures: readonly ChatPicture[] }) {
  const { strings, state } = useChat();
  const { region, propose } = useNextQuestion();
  const lines: [icon: string, text: string][] = [
    ['file-media', strings.emptyAttach],
    ['comment-discussion', strings.emptyAsk],
    ['screen-cut', strings.emptyPart],
    ['inspect', strings.emptyLocal],
  ];
  const [first] = pictures;
  // What fits the picture may not fit a part of it.
  const suggestions = suggestionsFor(region ? [] : pictures.map(({ sha256 }) => sceneOf(state, sha256))).slice(0, MOST);
  return (
    <section class="empty">
      {first ? (
        pictures.map((picture) => <PictureView key={picture.sha256} picture={picture} />)
      ) : (
        <>
          <p class="empty-title" aria-hidden="true">
            {strings.emptyTitle}
          </p>
          <ul class="empty-lines">
            {lines.map(([icon, text]) => (
              <li key={icon}>
                <Icon name={icon} />
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="examples">
        <h2>{strings.examples}</h2>
        {suggestions.map(({ question }) => (
          <button key={question} type="button" class="example" onClick={() => propose(question)}>
            {question}
          </button>
        ))}
      </div>
      {!first && <p class="muted">{strings.dropShift}</p>}
    </section>
  );
}
