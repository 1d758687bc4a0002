/** Under which names editors and systems give the addresses of what is dropped, the best first. */
const ADDRESSES = ['resourceurls', 'application/vnd.code.uri-list', 'text/uri-list'];

/** The addresses of what is dropped, each once. */
export function addressesIn(data: Pick<DataTransfer, 'getData'> | null): string[] {
  for (const type of ADDRESSES) {
    const text = data?.getData(type) ?? '';
    const uris = type === 'resourceurls' ? parseList(text) : text.split(/\r?\n/);
    const sound = uris.map((uri) => uri.trim()).filter((uri) => uri !== '' && !uri.startsWith('#'));
    if (sound.length) return [...new Set(sound)];
  }
  return [];
}

function parseList(json: string): string[] {
  try {
    const value = JSON.parse(json) as unknown;
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
