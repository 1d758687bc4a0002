import { Icon } from '../shared/icon.tsx';
import { useChat, useNextQuestion } from './context.ts';
import type { ChatStrings } from './strings.ts';
import { useDisclosure } from './use-disclosure.ts';

/** What can be asked, by an example each; they are English, as questions are understood in English. */
const ASKABLE: readonly (readonly [keyof ChatStrings['askable'], string])[] = [
  ['reading', 'What text is in it?'],
  ['finding', 'Where is the main button?'],
  ['counting', 'How many buttons are there?'],
  ['place', 'What is below the heading?'],
  ['looks', 'Which colours does it use?'],
  ['state', 'Which fields are empty?'],
  ['tables', 'How many rows does the table have?'],
  ['whole', 'What does this show?'],
];

/** Stands under what the picture doesn't tell: where to go from there. An answer of a language model belongs here. */
export function DeclinedHelp() {
  const { strings } = useChat();
  const { propose } = useNextQuestion();
  const { isOpen, button, content } = useDisclosure();
  return (
    <div class="declined-help">
      <button type="button" class="disclosure" {...button}>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
        {strings.whatCanBeAsked}
      </button>
      <div {...content} class="askable">
        <dl>
          {ASKABLE.map(([kind, example]) => (
            <div key={kind} class="askable-row">
              <dt>{strings.askable[kind]}</dt>
              <dd>
                <button type="button" class="example" onClick={() => propose(example)}>
                  {example}
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
