/** Whose turn it is in the models: one piece of work at a time. */

export const LANES = ['hover', 'interactive', 'batch'] as const;
/** `hover` and `interactive` take turns; `batch` waits until neither has anything. A newer hover ends an older one. */
export type Lane = (typeof LANES)[number];

interface Job {
  lane: Lane;
  abort: AbortController;
  start: () => void;
}

export class Queue {
  readonly #waiting: Job[] = [];
  #running: Job | undefined;
  #last: Lane = 'batch';

  /** Pieces of work that run or wait. */
  get length(): number {
    return this.#waiting.length + (this.#running ? 1 : 0);
  }

  /**
   * Does the work when its turn comes. Rejects with the signal's reason at once when that is aborted, or with an AbortError
   * when a newer hover takes its place; work that runs already is told by its own signal.
   */
  run<T>(lane: Lane, signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (lane === 'hover') this.#endHovers();
    const abort = new AbortController();
    const follow = () => abort.abort(signal?.reason);
    if (signal?.aborted) follow();
    signal?.addEventListener('abort', follow);
    return new Promise<T>((resolve, reject) => {
      const job: Job = {
        lane,
        abort,
        start: () => {
          if (abort.signal.aborted) return this.#finish(job);
          work(abort.signal)
            .then(resolve, reject)
            .finally(() => this.#finish(job));
        },
      };
      const end = () => {
        reject(abort.signal.reason as Error);
        const at = this.#waiting.indexOf(job);
        if (at >= 0) this.#waiting.splice(at, 1);
      };
      if (abort.signal.aborted) return end();
      abort.signal.addEventListener('abort', end);
      this.#waiting.push(job);
      this.#next();
    }).finally(() => signal?.removeEventListener('abort', follow));
  }

  #endHovers(): void {
    for (const job of [...this.#waiting, this.#running])
      if (job?.lane === 'hover') job.abort.abort(new DOMException('A newer hover took its place.', 'AbortError'));
  }

  #finish(job: Job): void {
    if (this.#running !== job) return;
    this.#running = undefined;
    this.#next();
  }

  #next(): void {
    if (this.#running) return;
    const job = this.#choose();
    if (!job) return;
    this.#waiting.splice(this.#waiting.indexOf(job), 1);
    this.#running = job;
    this.#last = job.lane;
    job.start();
  }

  /** The first of the lane that wasn't served last; background work only if there is nothing else. */
  #choose(): Job | undefined {
    const foreground = this.#waiting.filter((job) => job.lane !== 'batch');
    return foreground.find((job) => job.lane !== this.#last) ?? foreground[0] ?? this.#waiting[0];
  }
}
