import { describe, expect, it } from 'vitest';
import type { ComponentResult } from '../../extension/engine/protocol.ts';
import { received, type ViewState } from './view-state.ts';

const result = { name: 'SignIn', target: 'react' } as ComponentResult;
const shown: ViewState = { kind: 'result', name: 'a.png', result, target: 'react' };

describe('the first component', () => {
  it('goes through its stages to the result', () => {
    let state: ViewState = received({ kind: 'starting' }, { kind: 'working', name: 'a.png', target: 'react' });
    state = received(state, { kind: 'stage', stage: 'read' });
    expect(state).toMatchObject({ kind: 'working', stage: 'read' });
    // A picture is opened more than once; that is no step back.
    expect(received(state, { kind: 'stage', stage: 'decode' })).toEqual(state);
    expect(received(state, { kind: 'result', name: 'a.png', result })).toEqual(shown);
  });

  it('ends in its failure', () => {
    const failed = { kind: 'failed', name: 'a.png', message: 'No.', wasCancelled: false } as const;
    expect(received({ kind: 'working', name: 'a.png', target: 'react' }, failed)).toEqual(failed);
  });
});

describe('another in the place of one', () => {
  const updating = received(shown, { kind: 'working', name: 'a.png', target: 'html' });

  it('leaves the old one in sight while it is made', () => {
    expect(updating).toEqual({ ...shown, target: 'html', update: {} });
    expect(received(updating, { kind: 'stage', stage: 'verify' })).toMatchObject({ update: { stage: 'verify' } });
  });

  it('leaves the old one and its target when it fails or is cancelled', () => {
    const failed = { kind: 'failed', name: 'a.png', message: 'No.' } as const;
    expect(received(updating, { ...failed, wasCancelled: false })).toEqual({ ...shown, trouble: 'No.' });
    expect(received(updating, { ...failed, wasCancelled: true })).toEqual(shown);
  });

  it('starts over for another picture', () => {
    const working = { kind: 'working', name: 'b.png', target: 'html' } as const;
    expect(received(shown, working)).toEqual(working);
  });
});

it('takes no stage where nothing is being made', () => {
  expect(received(shown, { kind: 'stage', stage: 'read' })).toBe(shown);
});
