import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import { useChat } from './context.ts';

interface QuestionEditorProps {
  text: string;
  /** Whether later questions go when this one is asked anew. */
  dropsOthers: boolean;
  onWrite: (text: string) => void;
  onAsk: (text: string) => void;
  onCancel: () => void;
}

/** Rewrites an earlier question. */
export function QuestionEditor({ text, dropsOthers, onWrite, onAsk, onCancel }: QuestionEditorProps) {
  const { strings } = useChat();
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(text.length, text.length);
  }, []);
  const ask = () => {
    if (text.trim() !== '') onAsk(text.trim());
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onCancel();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    ask();
  };
  return (
    <div class="question-editor">
      <textarea
        ref={input}
        class="field"
        rows={1}
        dir="auto"
        aria-label={strings.question}
        value={text}
        onInput={(event) => onWrite(event.currentTarget.value)}
        onKeyDown={keyDown}
      />
      {dropsOthers && <p class="muted">{strings.editHelp}</p>}
      <div class="buttons">
        <Button primary onClick={ask} disabled={text.trim() === ''}>
          {strings.send}
        </Button>
        <Button onClick={onCancel}>{strings.cancel}</Button>
      </div>
    </div>
  );
}
