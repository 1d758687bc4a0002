/** Which models ran when the process died, and how often: one that takes it down twice in a row is set aside. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ModelError } from '../runtime/model.ts';
import type { ModelFile, ModelObserver, Provider } from '../runtime/model.ts';

const MOST_CRASHES = 2;

interface Record {
  /** By `sha256 provider`: how often in a row the process died in it. */
  crashes: { [model: string]: number };
  underWay: string[];
}

export class FlightRecorder implements ModelObserver {
  readonly #file: string;
  readonly #record: Record;

  /** Reads what an earlier process left in `folder`: what was under way there has crashed. Never throws. */
  constructor(folder: string) {
    this.#file = path.join(folder, 'crashes.json');
    this.#record = readRecord(this.#file);
    for (const model of new Set(this.#record.underWay))
      this.#record.crashes[model] = (this.#record.crashes[model] ?? 0) + 1;
    if (this.#record.underWay.length) this.#write({ ...this.#record, underWay: [] });
  }

  /** Throws ModelError for a model that is set aside. */
  begin({ file, sha256 }: ModelFile, provider: Provider): void {
    const model = `${sha256} ${provider}`;
    if ((this.#record.crashes[model] ?? 0) >= MOST_CRASHES)
      throw new ModelError(
        `The model ${file} took the engine down twice and is set aside. Clear Pixelwright's cache to try it again, or reinstall Pixelwright.`,
      );
    this.#write({ ...this.#record, underWay: [...this.#record.underWay, model] });
  }

  end(): void {
    const [model, ...underWay] = this.#record.underWay;
    if (model) delete this.#record.crashes[model];
    this.#write({ ...this.#record, underWay });
  }

  /** Whether a provider took the process down the last time it ran. */
  hasCrashed(provider: Provider): boolean {
    return Object.keys(this.#record.crashes).some((model) => model.endsWith(` ${provider}`));
  }

  /** Gives every model another chance. */
  clear(): void {
    this.#record.crashes = {};
    rmSync(this.#file, { force: true });
  }

  /** A disk that is full costs only the memory of crashes. */
  #write(record: Record): void {
    Object.assign(this.#record, record);
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      writeFileSync(this.#file, JSON.stringify(record));
    } catch {
      return;
    }
  }
}

function readRecord(file: string): Record {
  try {
    const { crashes, underWay } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record>;
    if (crashes && Array.isArray(underWay)) return { crashes, underWay };
  } catch {
    // None yet, or cut short.
  }
  return { crashes: {}, underWay: [] };
}
