import { useEffect, useRef, useState } from 'preact/hooks';
import { addressesIn } from './dropped-addresses.ts';
import type { FromChat, Trouble } from './messages.ts';

interface AttachingOptions {
  post: (message: FromChat) => void;
  tell: (troubles: Trouble[]) => void;
  mostBytes: number;
}

/** Attaches what is pasted anywhere in the page, and what is dropped on the element that takes the handlers it gives. */
export function useAttaching({ post, tell, mostBytes }: AttachingOptions) {
  const [isOver, setIsOver] = useState(false);
  /** Entered and not left: a drag enters what is within before it leaves what is around. */
  const depth = useRef(0);
  const attach = async (files: readonly File[]) => {
    tell([]);
    const large = files.filter(({ size }) => size > mostBytes);
    const fine = files.filter(({ size }) => size <= mostBytes);
    const read = fine.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
    const done = await Promise.allSettled(read);
    const kept = done.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    if (kept.length) post({ kind: 'attach', files: kept });
    const unreadable = fine.filter((_, index) => done[index]!.status === 'rejected');
    const troubles: Trouble[] = [
      ...large.map(({ name }) => ({ reason: 'tooLarge' as const, name })),
      ...unreadable.map(({ name }) => ({ reason: 'unreadable' as const, name })),
    ];
    if (troubles.length) tell(troubles);
  };
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      // Office programs copy text with a picture of it: where one writes, the text is meant.
      const isText = event.target instanceof HTMLTextAreaElement && event.clipboardData?.getData('text/plain');
      if (!files.length || isText) return;
      event.preventDefault();
      void attach(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
  const leave = () => {
    depth.current = Math.max(0, depth.current - 1);
    if (depth.current === 0) setIsOver(false);
  };
  return {
    isOver,
    onDragEnter: (event: DragEvent) => {
      event.preventDefault();
      depth.current++;
      setIsOver(true);
    },
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    },
    onDragLeave: leave,
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      depth.current = 0;
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length) return void attach(files);
      const uris = addressesIn(event.dataTransfer);
      tell([]);
      if (uris.length) post({ kind: 'attachUris', uris });
    },
  };
}
