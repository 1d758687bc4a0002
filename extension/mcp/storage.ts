import { homedir } from 'node:os';
import path from 'node:path';

/** Where this system has programs keep what they can make again. */
export function usualStorage(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home = homedir(),
): string {
  const caches = {
    darwin: path.join(home, 'Library', 'Caches'),
    win32: env['LOCALAPPDATA'] || path.join(home, 'AppData', 'Local'),
  };
  const usual = platform === 'darwin' || platform === 'win32' ? caches[platform] : env['XDG_CACHE_HOME'];
  return path.join(usual || path.join(home, '.cache'), 'pixelwright');
}
