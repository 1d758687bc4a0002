import { useEffect, useState } from 'preact/hooks';
import { useChat } from './context.ts';
import type { ChatPicture } from './messages.ts';
import { releaseUrl, takeUrl } from './picture-urls.ts';

/** TIFF comes as something that browsers show. */
const shownType = (mime: string): string => (mime === 'image/tiff' ? 'image/png' : mime);

/** Address of a picture's content, which is asked for where it isn't there yet. */
export function usePicture({ sha256, mime }: ChatPicture): { url: string | undefined; isGone: boolean } {
  const { state, post } = useChat();
  const [url, setUrl] = useState<string>();
  const content = state.pictures.get(sha256);
  useEffect(() => {
    // One that was gone may have been attached again.
    if (content === undefined || content === 'gone') post({ kind: 'needPicture', sha256 });
  }, [sha256]);
  useEffect(() => {
    if (content === undefined || content === 'gone') return setUrl(undefined);
    setUrl(takeUrl(content, shownType(mime)));
    return () => releaseUrl(content);
  }, [content, mime]);
  return { url, isGone: content === 'gone' };
}
