import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';

/** No browser to render with; its message says what can't be checked and what to install. */
export class NoBrowserError extends Error {
  override name = 'NoBrowserError';
}

/** A browser is there but would not start; its message carries the browser's own first line. */
export class BrowserStartError extends Error {
  override name = 'BrowserStartError';
}

/** Variables that name a browser, in the order in which they are asked. */
const BROWSER_VARIABLES = ['PIXELWRIGHT_BROWSER', 'CHROMIUM'] as const;

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_PATHS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
/** No request of a page can leave the machine, and the browser makes none of its own. */
const QUIET_ARGUMENTS = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  // Glyphs are drawn in grey: a screenshot's subpixel order is unknown, and coloured fringes would count as differences.
  '--disable-lcd-text',
];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function candidates(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', path.join(homedir(), 'Applications')];
    return MAC_APPS.flatMap((app) => folders.map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter((folder) => !!folder);
    return WINDOWS_PATHS.flatMap((file) => folders.map((folder) => `${folder}\\${file}`));
  }
  const folders = [...(env['PATH'] ?? '').split(':').filter(Boolean), ...LINUX_FOLDERS];
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/**
 * Path of an installed Chromium, Chrome or Edge: $PIXELWRIGHT_BROWSER or $CHROMIUM where set, the usual places otherwise.
 * Throws NoBrowserError.
 */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  for (const variable of BROWSER_VARIABLES) {
    const named = env[variable];
    if (!named) continue;
    if (isExecutable(named)) return named;
    throw new NoBrowserError(
      `not checked against the screenshot: ${variable} names ${named}, which is no program that can be run`,
    );
  }
  const found = candidates(platform, env).find(isExecutable);
  if (found) return found;
  throw new NoBrowserError(
    'not checked against the screenshot: no Chromium, Chrome or Edge was found; install one, or set PIXELWRIGHT_BROWSER to its path',
  );
}

/**
 * Starts the installed browser without a window. It has no way to a network, and its sandbox is on except for root, where
 * Chromium refuses to run with one. Close it after use. Throws NoBrowserError and BrowserStartError.
 */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  const { chromium } = await import('playwright-core');
  try {
    return await chromium.launch({
      executablePath,
      chromiumSandbox: process.getuid?.() !== 0,
      args: QUIET_ARGUMENTS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]!.replace(/^browserType\.launch: /, '');
    throw new BrowserStartError(`not checked against the screenshot: ${executablePath} did not start (${reason})`);
  }
}
