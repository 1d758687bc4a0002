/**
 * What a data URI holds (RFC 2397), as base64 or percent-encoded; where it is written out in code, unencoded too.
 * @returns `undefined` where it can't be decoded
 */
export function dataUriBytes(uri: string): Uint8Array | undefined {
  const comma = uri.indexOf(',');
  if (comma < 0) return undefined;
  const data = uri.slice(comma + 1);
  if (/;base64$/i.test(uri.slice(0, comma))) {
    const base64 = data.replace(/%2b/gi, '+').replace(/%2f/gi, '/').replace(/%3d/gi, '=');
    // Buffer leaves out what isn't base64, so that anything would decode to something.
    return /^[\w+/-]+=*$/.test(base64) ? new Uint8Array(Buffer.from(base64, 'base64')) : undefined;
  }
  return new TextEncoder().encode(data.replace(/(?:%[\da-f]{2})+/gi, decoded));
}

function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}
