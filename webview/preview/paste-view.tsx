import { useEffect, useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import { Notice } from '../shared/notice.tsx';
import { usePreview } from './context.ts';

const isPicture = (type: string) => type.startsWith('image/');

/** Asks for a picture: from the clipboard at once where that is allowed, else by Ctrl+V, or dropped. */
export function PasteView() {
  const { strings, post } = usePreview();
  const [hadNothing, setHadNothing] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const take = async (picture: Blob & { name?: string }) =>
    post({
      kind: 'picture',
      bytes: new Uint8Array(await picture.arrayBuffer()),
      name: picture.name ?? '',
    });
  const takeFrom = (data: DataTransfer | null) => {
    const file = [...(data?.files ?? [])].find(({ type }) => isPicture(type));
    setHadNothing(!file);
    if (file) void take(file);
  };
  const readClipboard = async (isAsked: boolean) => {
    try {
      for (const item of await navigator.clipboard.read()) {
        const type = item.types.find(isPicture);
        if (type) return await take(await item.getType(type));
      }
      setHadNothing(isAsked);
    } catch {
      // Not allowed without a click, or at all: Ctrl+V always is.
      setHadNothing(isAsked);
    }
  };
  useEffect(() => {
    void readClipboard(false);
    const paste = (event: ClipboardEvent) => takeFrom(event.clipboardData);
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
  return (
    <div class="centered">
      <section
        class={isOver ? 'sheet drop drop-over' : 'sheet drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          takeFrom(event.dataTransfer);
        }}
      >
        <span class="drop-icon">
          <Icon name="clippy" />
        </span>
        <h1>{strings.pasteTitle}</h1>
        <p class="muted">{isOver ? strings.dropHere : strings.pasteHelp}</p>
        <Button primary icon="clippy" onClick={() => void readClipboard(true)}>
          {strings.pasteButton}
        </Button>
        {hadNothing && <Notice kind="warning">{strings.pasteNothing}</Notice>}
      </section>
    </div>
  );
}
