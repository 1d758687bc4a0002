import { useEffect, useState } from 'preact/hooks';
import type { Size } from '../shared/region.ts';

/** Size of a picture as the browser has it, once it is there. */
export function useNaturalSize(url: string | undefined): Size | undefined {
  const [size, setSize] = useState<Size>();
  useEffect(() => {
    if (url === undefined) return;
    const image = new Image();
    image.onload = () => setSize({ width: image.naturalWidth, height: image.naturalHeight });
    image.src = url;
    return () => {
      image.onload = null;
    };
  }, [url]);
  return size;
}
