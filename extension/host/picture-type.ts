/** First bytes of the formats that browsers show, with their type. */
const TYPES: [start: number[], at: number, mime: string][] = [
  [[0x89, 0x50, 0x4e, 0x47], 0, 'image/png'],
  [[0xff, 0xd8, 0xff], 0, 'image/jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 0, 'image/gif'],
  [[0x57, 0x45, 0x42, 0x50], 8, 'image/webp'],
  [[0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69], 4, 'image/avif'],
  [[0x42, 0x4d], 0, 'image/bmp'],
];

/** By its content; `undefined` for what a browser may not show. */
export function pictureType(bytes: Uint8Array): string | undefined {
  const found = TYPES.find(([start, at]) => start.every((byte, i) => bytes[at + i] === byte));
  if (found) return found[2];
  const text = new TextDecoder().decode(bytes.subarray(0, 1000));
  return /<svg[\s>]/.test(text) ? 'image/svg+xml' : undefined;
}

/** Whether it is a TIFF, which the engine reads but no browser shows. */
export function isTiff(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0x49 && b === 0x49 && c === 0x2a && d === 0) || (a === 0x4d && b === 0x4d && c === 0 && d === 0x2a);
}
