/** Addresses of pictures' contents: one each, however often a picture is shown, given back with the last. */
const urls = new Map<Uint8Array, { url: string; users: number }>();

/** Give it back with `releaseUrl`. */
export function takeUrl(content: Uint8Array, mime: string): string {
  const known = urls.get(content) ?? {
    url: URL.createObjectURL(new Blob([new Uint8Array(content)], { type: mime })),
    users: 0,
  };
  known.users++;
  urls.set(content, known);
  return known.url;
}

export function releaseUrl(content: Uint8Array): void {
  const known = urls.get(content);
  if (!known || --known.users > 0) return;
  URL.revokeObjectURL(known.url);
  urls.delete(content);
}
