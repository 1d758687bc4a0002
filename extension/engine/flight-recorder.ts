/** Which models ran when the process died, and how often: one that takes it down twice in a row is set aside. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ModelError } from '../runtime/model.ts';
import type { ModelFile, ModelObserver, Provider } from '../runtime/model.ts';

const MOST_CRASHES = 2;

/** How often in a row the process died in a model, by `sha256 provider`. */
type Crashes = { [model: string]: number };

const underWayFile = (folder: string, process: number) => path.join(folder, `under-way-${process}.json`);

export class FlightRecorder implements ModelObserver {
  readonly #folder: string;
  readonly #file: string;
  readonly #crashes: Crashes;
  #underWay: string[] = [];

  /**
   * Reads what is known in `folder`. `crashed`: a process that has just died by itself; what was under way there took it down.
   * Never throws.
   */
  constructor(folder: string, crashed?: number) {
    this.#folder = folder;
    this.#file = path.join(folder, 'crashes.json');
    this.#crashes = readJson<Crashes>(this.#file) ?? {};
    if (crashed === undefined) return;
    const left = underWayFile(folder, crashed);
    for (const model of new Set(readJson<string[]>(left) ?? [])) this.#crashes[model] = (this.#crashes[model] ?? 0) + 1;
    rmSync(left, { force: true });
    write(this.#file, this.#crashes);
  }

  /** Throws ModelError for a model that is set aside. */
  begin({ file, sha256 }: ModelFile, provider: Provider): void {
    const model = `${sha256} ${provider}`;
    if ((this.#crashes[model] ?? 0) >= MOST_CRASHES)
      throw new ModelError(
        `The model ${file} took the engine down twice and is set aside. Clear Pixelwright's cache to try it again, or reinstall Pixelwright.`,
      );
    this.#underWay.push(model);
    write(underWayFile(this.#folder, process.pid), this.#underWay);
  }

  end(): void {
    const model = this.#underWay.shift();
    if (model && this.#crashes[model]) {
      delete this.#crashes[model];
      write(this.#file, this.#crashes);
    }
    if (this.#underWay.length) write(underWayFile(this.#folder, process.pid), this.#underWay);
    else rmSync(underWayFile(this.#folder, process.pid), { force: true });
  }

  /** Whether a model is set aside on a provider. */
  isSetAside(provider: Provider): boolean {
    return Object.entries(this.#crashes).some(([model, n]) => n >= MOST_CRASHES && model.endsWith(` ${provider}`));
  }

  /** Gives every model another chance. */
  clear(): void {
    for (const model of Object.keys(this.#crashes)) delete this.#crashes[model];
    rmSync(this.#file, { force: true });
  }
}

/** A disk that is full costs only the memory of crashes. */
function write(file: string, value: unknown): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(value));
  } catch {
    return;
  }
}

/** Undefined where there is none, or one that was cut short. */
function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
