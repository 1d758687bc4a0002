import type { EngineClient } from '../engine/client.ts';

/** What the host has the engine do. */
export type Engine = Pick<EngineClient, 'see' | 'describe' | 'component' | 'ask' | 'compare' | 'clearCache'>;

type Start = () => Promise<EngineClient>;

/** The engine's client as if it were there: its code is loaded with the first request, as its process is started. */
export class LazyEngine implements Engine {
  readonly #start: Start;

  constructor(start: Start) {
    this.#start = start;
  }

  see: Engine['see'] = async (...request) => (await this.#start()).see(...request);
  describe: Engine['describe'] = async (...request) => (await this.#start()).describe(...request);
  component: Engine['component'] = async (...request) => (await this.#start()).component(...request);
  ask: Engine['ask'] = async (...request) => (await this.#start()).ask(...request);
  compare: Engine['compare'] = async (...request) => (await this.#start()).compare(...request);
  clearCache: Engine['clearCache'] = async () => (await this.#start()).clearCache();
}
