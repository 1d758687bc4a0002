import { IconButton } from '../shared/button.tsx';
import { Notice } from '../shared/notice.tsx';
import { fill } from '../shared/strings.ts';
import { useChat } from './context.ts';

/** What couldn't be attached or kept, and why. */
export function Troubles({ onDismiss }: { onDismiss: () => void }) {
  const { strings, state } = useChat();
  const unseen = (state.conversation?.draft.pictures ?? []).flatMap(({ sha256 }) => {
    const seen = state.scenes.get(sha256);
    return seen && 'message' in seen ? [seen.message] : [];
  });
  return (
    <>
      {state.troubles.length > 0 && (
        <Notice kind="warning">
          <div class="troubles">
            <ul>
              {state.troubles.map(({ reason, name }) => (
                <li key={reason + name}>{fill(strings[reason], name)}</li>
              ))}
            </ul>
            <IconButton icon="close" label={strings.dismiss} onClick={onDismiss} />
          </div>
        </Notice>
      )}
      {unseen.map((line) => (
        <Notice key={line} kind="warning">
          {line}
        </Notice>
      ))}
    </>
  );
}
