/** Largest difference in any channel of two packed colours, 0 to 255. */
export function packedDistance(a: number, b: number): number {
  return Math.max(
    Math.abs(((a >> 16) & 255) - ((b >> 16) & 255)),
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
    Math.abs((a & 255) - (b & 255)),
  );
}

/** Whether two packed colours differ by no more than `step` in every channel. */
export function isNear(a: number, b: number, step: number): boolean {
  const blue = (a & 255) - (b & 255);
  if (blue > step || blue < -step) return false;
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  if (green > step || green < -step) return false;
  const red = (a >> 16) - (b >> 16);
  return red <= step && red >= -step;
}

/** `#rrggbb` of a packed colour. */
export function hexColor(packed: number): string {
  return '#' + (packed & 0xffffff).toString(16).padStart(6, '0');
}
