/** A picture, encoded as PNG, as an address that holds it. */
export const pngDataUri = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
