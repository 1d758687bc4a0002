import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Address of an encoded picture for as long as it is shown; a new one for other bytes. */
export function usePictureUrl(bytes: Uint8Array | undefined, mime = 'image/png'): string | undefined {
  const url = useMemo(
    () => bytes && URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime })),
    [bytes, mime],
  );
  useEffect(() => () => (url === undefined ? undefined : URL.revokeObjectURL(url)), [url]);
  return url;
}

/** CSS pixels across and down inside an element, kept up to date. */
export function useSize<T extends HTMLElement>(): [RefObject<T | null>, { width: number; height: number }] {
  const ref = useRef<T>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}

/** Decoded pixels of a picture, once there are any. */
export function usePixels(bytes: Uint8Array | undefined): ImageData | undefined {
  const [pixels, setPixels] = useState<ImageData>();
  useEffect(() => {
    let isWanted = true;
    setPixels(undefined);
    if (bytes)
      void decode(bytes).then((decoded) => {
        if (isWanted) setPixels(decoded);
      });
    return () => {
      isWanted = false;
    };
  }, [bytes]);
  return pixels;
}

async function decode(bytes: Uint8Array): Promise<ImageData> {
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]), { colorSpaceConversion: 'none' });
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}
