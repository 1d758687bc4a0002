import { expect, it } from 'vitest';
import { Queue } from './queue.ts';
import type { Lane } from './queue.ts';

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { work: () => ended, end };
}

/** Notes the order in which work is done. */
function noting(queue: Queue) {
  const order: string[] = [];
  const add = (lane: Lane, name: string) => queue.run(lane, undefined, async () => void order.push(name));
  return { order, add };
}

it('lets foreground lanes take turns, and background work wait', async () => {
  const queue = new Queue();
  const first = held();
  const { order, add } = noting(queue);
  const all = [queue.run('interactive', undefined, first.work)];
  all.push(add('batch', 'b1'), add('interactive', 'i1'), add('interactive', 'i2'), add('hover', 'h1'));
  expect(queue.length).toBe(5);
  first.end();
  await Promise.all(all);
  expect(order).toEqual(['h1', 'i1', 'i2', 'b1']);
  expect(queue.length).toBe(0);
});

it('ends an older hover for a newer one', async () => {
  const queue = new Queue();
  let seen: AbortSignal | undefined;
  const older = queue.run('hover', undefined, async (signal) => {
    seen = signal;
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  const newer = queue.run('hover', undefined, async () => 'newer');
  await expect(older).rejects.toThrow(/newer hover/);
  expect(seen?.aborted).toBe(true);
  expect(await newer).toBe('newer');
});

it('forgets work that is cancelled while it waits', async () => {
  const queue = new Queue();
  const first = held();
  const running = queue.run('interactive', undefined, first.work);
  const abort = new AbortController();
  let started = false;
  const waiting = queue.run('interactive', abort.signal, async () => void (started = true));
  abort.abort(new Error('no longer wanted'));
  await expect(waiting).rejects.toThrow('no longer wanted');
  first.end();
  await running;
  expect(started).toBe(false);
});

it('goes on after work that fails', async () => {
  const queue = new Queue();
  await expect(queue.run('batch', undefined, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await queue.run('batch', undefined, async () => 1)).toBe(1);
});
