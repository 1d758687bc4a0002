import { expect, it } from 'vitest';
import { isRunning, received, sceneOf, STARTING } from './chat-state.ts';
import type { Conversation, Exchange } from './messages.ts';
import type { Scene } from '../../extension/vision/scene.ts';

const exchange: Exchange = { id: 'e', question: 'q', pictures: [], about: [], answer: [], state: 'running' };
const conversation: Conversation = {
  id: 'c',
  title: 'q',
  changed: 0,
  exchanges: [exchange],
  draft: { text: '', pictures: [] },
};
const shown = received(STARTING, { kind: 'show', conversation });
const part = { kind: 'text' as const, text: 'x' };

it('grows the answer by its parts until it is done', () => {
  const grown = received(shown, { kind: 'part', conversation: 'c', exchange: 'e', part });
  expect(grown.conversation?.exchanges[0]?.answer).toEqual([part]);
  expect(isRunning(grown.conversation)).toBe(true);
  const done = received(grown, {
    kind: 'exchange',
    conversation: 'c',
    exchange: { ...exchange, answer: [part], state: 'done' },
  });
  expect(isRunning(done.conversation)).toBe(false);
});

it('takes nothing of another conversation', () => {
  expect(received(shown, { kind: 'part', conversation: 'other', exchange: 'e', part })).toBe(shown);
  expect(received(shown, { kind: 'attached', conversation: 'other', pictures: [] })).toBe(shown);
});

it('keeps scenes from one conversation to the next, pictures only where they are in it, and no troubles', () => {
  let state = received(shown, { kind: 'seen', sha256: 'a', scene: { version: '1' } as Scene });
  state = received(state, { kind: 'notSeen', sha256: 'b', message: 'no' });
  state = received(state, { kind: 'picture', sha256: 'a', bytes: new Uint8Array(1) });
  state = received(state, { kind: 'picture', sha256: 'b' });
  state = received(state, { kind: 'trouble', troubles: [{ reason: 'tooLarge', name: 'x' }] });
  const pictures = [{ sha256: 'b', name: 'b.png', mime: 'image/png' }];
  state = received(state, { kind: 'show', conversation: { ...conversation, id: 'd', draft: { text: '', pictures } } });
  expect(sceneOf(state, 'a')).toEqual({ version: '1' });
  expect(sceneOf(state, 'b')).toBeUndefined();
  expect([...state.pictures]).toEqual([['b', 'gone']]);
  expect(state.troubles).toEqual([]);
});
