import { afterEach, expect, it, vi } from 'vitest';
import { releaseUrl, takeUrl } from './picture-urls.ts';

afterEach(() => vi.restoreAllMocks());

it('makes one address for a content, until nobody uses it any more', () => {
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  const content = new Uint8Array([1]);
  const url = takeUrl(content, 'image/png');
  expect(takeUrl(content, 'image/png')).toBe(url);
  expect(takeUrl(new Uint8Array([1]), 'image/png')).not.toBe(url);
  releaseUrl(content);
  expect(revoke).not.toHaveBeenCalled();
  releaseUrl(content);
  expect(revoke.mock.calls).toEqual([[url]]);
  expect(takeUrl(content, 'image/png')).not.toBe(url);
});
