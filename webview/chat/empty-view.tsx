import { Icon } from '../shared/icon.tsx';
import { useChat } from './context.ts';

interface EmptyViewProps {
  hasPicture: boolean;
  onExample: (text: string) => void;
}

/** What the chat is for, in three lines, and questions to start with. */
export function EmptyView({ hasPicture, onExample }: EmptyViewProps) {
  const { strings } = useChat();
  const lines: [icon: string, text: string][] = [
    ['file-media', strings.emptyAttach],
    ['comment-discussion', strings.emptyAsk],
    ['inspect', strings.emptyLocal],
  ];
  const examples = [strings.example1, strings.example2, strings.example3, strings.example4];
  return (
    <section class="empty">
      {!hasPicture && (
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
        {examples.map((text) => (
          <button key={text} type="button" class="example" onClick={() => onExample(text)}>
            {text}
          </button>
        ))}
      </div>
      {!hasPicture && <p class="muted">{strings.dropShift}</p>}
    </section>
  );
}
