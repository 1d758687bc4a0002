import { ensureCodeServer } from './code-server.ts';

/** Once before all scenarios. The package itself comes from `npm run package`. */
export function setup(): void {
  ensureCodeServer();
}
