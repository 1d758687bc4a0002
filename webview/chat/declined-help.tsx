import { useEffect } from 'preact/hooks';
import { Icon } from '../shared/icon.tsx';
import { sceneOf } from './chat-state.ts';
import { useChat, useNextQuestion } from './context.ts';
import { suggestionsFor } from './suggestions.ts';
import { useDisclosure } from './use-disclosure.ts';

/**
 * Stands under what pictures don't tell: what else they do tell. An answer of a language model belongs here.
 * @param about SHA-256 of the pictures
 */
export function DeclinedHelp({ about }: { about: readonly string[] }) {
  const { strings, state, post } = useChat();
  const { propose } = useNextQuestion();
  const { isOpen, button, content } = useDisclosure();
  useEffect(() => {
    if (isOpen) for (const sha256 of about) if (!state.scenes.has(sha256)) post({ kind: 'look', sha256 });
  }, [isOpen]);
  return (
    <div class="declined-help">
      <button type="button" class="disclosure" {...button}>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
        {strings.whatCanBeAsked}
      </button>
      <div {...content} class="askable">
        <dl>
          {suggestionsFor(about.map((sha256) => sceneOf(state, sha256))).map(({ asks, question }) => (
            <div key={question} class="askable-row">
              <dt>{strings.askable[asks]}</dt>
              <dd>
                <button type="button" class="example" onClick={() => propose(question)}>
                  {question}
                </button>
              </dd>
            </div>
          ))}
        </dl>
        <p class="muted">{strings.cannotBeAsked}</p>
      </div>
    </div>
  );
}
