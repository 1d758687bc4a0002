import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { IconButton } from '../shared/button.tsx';
import { Notice } from '../shared/notice.tsx';
import { isRunning } from './chat-state.ts';
import { useChat } from './context.ts';
import { DraftPictures } from './draft-pictures.tsx';
import { PictureView } from './picture-view.tsx';
import type { Conversation } from './messages.ts';
import { QuestionPart } from './question-part.tsx';
import { Troubles } from './troubles.tsx';
import type { Draft } from './use-draft.ts';

interface ComposerProps {
  conversation: Conversation;
  draft: Draft;
  /** Whether there is something to ask about. */
  hasPicture: boolean;
  input: RefObject<HTMLTextAreaElement | null>;
  onDismiss: () => void;
}

/** Where a question is written and pictures are attached. */
export function Composer({ conversation, draft, hasPicture, input, onDismiss }: ComposerProps) {
  const { strings, post } = useChat();
  const [lacksPicture, setLacksPicture] = useState(false);
  const [large, setLarge] = useState<string>();
  const isBusy = isRunning(conversation);
  const { exchanges } = conversation;
  const { pictures } = conversation.draft;
  const ask = () => {
    const text = draft.text.trim();
    if (text === '' || isBusy) return;
    setLacksPicture(!hasPicture);
    if (!hasPicture) return;
    const { region } = draft;
    draft.clear();
    // The button asked with turns into another.
    input.current?.focus();
    post({ kind: 'ask', text, ...(region ? { region } : {}) });
  };
  const stop = () => {
    input.current?.focus();
    post({ kind: 'stop' });
  };
  const unmark = () => {
    draft.mark(undefined);
    input.current?.focus();
  };
  const dismiss = () => {
    input.current?.focus();
    onDismiss();
  };
  const attach = (kind: 'pickFiles' | 'attachEditor') => {
    onDismiss();
    post({ kind });
  };
  const largePicture = exchanges.length ? pictures.find(({ sha256 }) => sha256 === large) : undefined;
  const placeholder = draft.region
    ? strings.placeholderPart
    : exchanges.length
      ? strings.placeholderMore
      : hasPicture
        ? strings.placeholderAsk
        : strings.placeholder;
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isBusy) return stop();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    ask();
  };
  return (
    <section class="composer" aria-label={strings.ask}>
      <Troubles onDismiss={dismiss} />
      {lacksPicture && !hasPicture && <Notice kind="info">{strings.needsPicture}</Notice>}
      {largePicture && <PictureView key={large} picture={largePicture} />}
      <div class="composer-box">
        <DraftPictures
          pictures={pictures}
          shown={large}
          {...(exchanges.length ? { onShow: setLarge } : {})}
          onRemoved={() => input.current?.focus()}
        />
        {draft.region && <QuestionPart region={draft.region} onRemove={unmark} />}
        <textarea
          ref={input}
          class="composer-input"
          rows={1}
          dir="auto"
          aria-label={strings.ask}
          placeholder={placeholder}
          value={draft.text}
          onInput={(event) => draft.write(event.currentTarget.value)}
          onKeyDown={keyDown}
        />
        <div class="composer-buttons">
          <IconButton icon="attach" label={strings.attachFile} onClick={() => attach('pickFiles')} />
          <IconButton icon="file-media" label={strings.attachEditor} onClick={() => attach('attachEditor')} />
          <span class="spacer" />
          {isBusy ? (
            <IconButton icon="stop-circle" label={strings.stop} onClick={stop} />
          ) : (
            <IconButton icon="send" label={strings.send} onClick={ask} disabled={draft.text.trim() === ''} />
          )}
        </div>
      </div>
    </section>
  );
}
