import { expect, test } from 'vitest';
import { dataUriBytes } from './data-uri.ts';

const text = (uri: string) => new TextDecoder().decode(dataUriBytes(uri));

test('decodes base64, percent-encoding and what is written out', () => {
  expect(text('data:image/png;base64,QUJD')).toBe('ABC');
  expect(text('data:image/png;base64,QUI%3D')).toBe('AB');
  expect(text('data:image/svg+xml,%3Csvg%20a=%22%C3%A4%22/%3E')).toBe('<svg a="ä"/>');
  expect(text(`data:image/svg+xml;utf8,<svg width="100%">`)).toBe('<svg width="100%">');
});

test('takes nothing for a picture that is none', () => {
  expect(dataUriBytes('data:image/png;base64')).toBeUndefined();
  expect(dataUriBytes('data:image/png;base64,***')).toBeUndefined();
});
