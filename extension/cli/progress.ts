import type { WriteStream } from 'node:tty';

/** One line on a terminal that says what is being done; nothing where the stream is a pipe or a file. */
export class Progress {
  readonly #stream: NodeJS.WriteStream | WriteStream;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show(text: string): void {
    if (!this.#stream.isTTY) return;
    const room = Math.max(10, this.#stream.columns - 1);
    this.#stream.write(`\r\x1b[K${text.length > room ? `${text.slice(0, room - 1)}…` : text}`);
  }

  clear(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\x1b[K');
  }
}
