import { describe, expect, it } from 'vitest';
import type { ComponentRequest, ComponentResult } from '../../engine/protocol.ts';
import type { ToPreview } from '../../../webview/preview/messages.ts';
import { Session } from './session.ts';

interface Call {
  request: ComponentRequest;
  signal: AbortSignal;
  stage: (stage: 'read') => void;
  resolve: (name: string) => void;
  reject: (error: Error) => void;
}

/** A session whose engine does as it is told; `sent` is what the page got. */
function started() {
  const sent: ToPreview[] = [];
  const calls: Call[] = [];
  const session = new Session(
    { target: 'react', corrections: {} },
    {
      post: (message) => sent.push(message),
      log: () => {},
      engine: () => ({
        component: (request, { signal, onStage } = {}) =>
          new Promise((resolve, reject) => {
            signal!.addEventListener('abort', () => reject(signal!.reason));
            calls.push({
              request,
              signal: signal!,
              stage: (stage) => onStage!(stage),
              resolve: (name) =>
                resolve({
                  name,
                  screenshot: Buffer.from([1]),
                  files: [{ path: 'a', content: '' }],
                } as unknown as ComponentResult),
              reject,
            });
          }),
      }),
    },
  );
  session.use({ name: 'a.png', address: 'file:///a.png', source: async () => ({ path: '/a.png' }) });
  return { session, sent, calls };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const kinds = (sent: ToPreview[]) => sent.map(({ kind }) => kind).filter((kind) => kind !== 'remember');

async function made() {
  const all = started();
  const making = all.session.make();
  await settle();
  all.calls[0]!.resolve('First');
  await making;
  return all;
}

describe('making', () => {
  it('tells the page of stages and the result, bytes as plain arrays', async () => {
    const { session, sent, calls } = started();
    const making = session.make();
    await settle();
    calls[0]!.stage('read');
    calls[0]!.resolve('First');
    await making;
    expect(kinds(sent)).toEqual(['working', 'stage', 'result']);
    const last = sent.at(-1) as Extract<ToPreview, { kind: 'result' }>;
    expect(last.result.screenshot.constructor).toBe(Uint8Array);
    expect(session.result?.name).toBe('First');
  });

  it('shows one line of a failure', async () => {
    const { session, sent, calls } = started();
    const making = session.make();
    await settle();
    calls[0]!.reject(new Error('It broke.\n  at somewhere'));
    await making;
    expect(sent.at(-1)).toEqual({ kind: 'failed', name: 'a.png', message: 'It broke.', wasCancelled: false });
  });

  it('tells a wish to stop from a failure', async () => {
    const { session, sent } = started();
    const making = session.make();
    await settle();
    session.cancel();
    await making;
    expect(sent.at(-1)).toMatchObject({ kind: 'failed', wasCancelled: true });
    expect(session.isRunning).toBe(false);
  });
});

describe('another wish', () => {
  it('takes the place of the one before, whose end nobody hears of', async () => {
    const { session, sent, calls } = started();
    const first = session.make();
    await settle();
    const second = session.takeTarget('html');
    await settle();
    expect(calls[0]!.signal.aborted).toBe(true);
    calls[1]!.resolve('Second');
    await Promise.all([first, second]);
    expect(kinds(sent)).toEqual(['working', 'working', 'result']);
    expect(calls[1]!.request).toMatchObject({ target: 'html' });
  });

  it('adds to corrections, which another region drops', async () => {
    const { session, calls } = await made();
    void session.correct('l1', 'one');
    void session.correct('l2', 'two');
    await settle();
    expect(calls.at(-1)!.request.corrections).toEqual({ l1: 'one', l2: 'two' });
    void session.takeRegion({ x: 0, y: 0, width: 20, height: 20 });
    await settle();
    expect(calls.at(-1)!.request).toMatchObject({ corrections: {}, region: { width: 20 } });
  });

  it('is forgotten where it fails, and so it is in what is remembered', async () => {
    const { session, sent, calls } = await made();
    const again = session.takeTarget('html');
    await settle();
    calls[1]!.reject(new Error('No.'));
    await again;
    expect(sent.findLast(({ kind }) => kind === 'remember')).toMatchObject({ state: { target: 'react' } });
    void session.make();
    await settle();
    expect(calls[2]!.request.target).toBe('react');
  });

  it('is kept where the page shows nothing else', async () => {
    const { session, calls } = await made();
    session.ask({ kind: 'askPicture' });
    const again = session.takeRegion({ x: 0, y: 0, width: 20, height: 20 });
    await settle();
    calls[1]!.reject(new Error('No.'));
    await again;
    void session.make();
    await settle();
    expect(calls[2]!.request.region).toBeDefined();
  });
});

it('shows again what a question hid', async () => {
  const { session, sent } = await made();
  session.ask({ kind: 'askPicture' });
  expect(session.showAgain()).toBe(true);
  expect(sent.at(-1)).toMatchObject({ kind: 'result' });
  expect(started().session.showAgain()).toBe(false);
});
