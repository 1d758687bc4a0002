import { useEffect, useMemo } from 'preact/hooks';
import { useChat } from './context.ts';
import type { ChatPicture } from './messages.ts';

/** TIFF comes as something that browsers show. */
const shownType = (mime: string): string => (mime === 'image/tiff' ? 'image/png' : mime);

/** Address of a picture's content, which is asked for where it isn't there yet. */
export function usePicture({ sha256, mime }: ChatPicture): { url: string | undefined; isGone: boolean } {
  const { state, post } = useChat();
  const content = state.pictures.get(sha256);
  useEffect(() => {
    // One that was gone may have been attached again.
    if (content === undefined || content === 'gone') post({ kind: 'needPicture', sha256 });
  }, [sha256]);
  const url = useMemo(
    () =>
      content === undefined || content === 'gone'
        ? undefined
        : URL.createObjectURL(new Blob([new Uint8Array(content)], { type: shownType(mime) })),
    [content, mime],
  );
  useEffect(() => () => (url === undefined ? undefined : URL.revokeObjectURL(url)), [url]);
  return { url, isGone: content === 'gone' };
}
