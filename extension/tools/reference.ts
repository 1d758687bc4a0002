/** How models name files. */
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ToolError } from './tool.ts';

/** A path as it is, absolute or not, or the URI of another file system, which an editor may have. */
export type Reference = { path: string } | { uri: string };

/** One letter before a colon is a drive. */
const SCHEME = /^([a-z][a-z0-9+.-]+):/i;
/** Looking there would send requests over the network. */
const REMOTE = ['http', 'https', 'ftp', 'ws', 'wss', 'data', 'blob'];
const SHARE = /^[\\/]{2}/;

/** Tells what is meant, without looking there. Throws ToolError for what is never loaded: the web, network shares. */
export function parseReference(text: string): Reference {
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme && REMOTE.includes(scheme))
    throw new ToolError('Addresses are not loaded: save the image as a file, then give its path.');
  if (scheme === 'file') return { path: local(pathOf(text)) };
  if (scheme) return { uri: text };
  return { path: local(text.replace(/^~(?=[\\/])/, homedir())) };
}

function pathOf(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch {
    throw new ToolError('This file: URI names no file on this machine: give the path instead.');
  }
}

function local(file: string): string {
  if (SHARE.test(file))
    throw new ToolError('Network shares are not read: copy the file to this machine, then give its path.');
  return file;
}

/** A path of this machine's file system, from a base folder where it is relative. Throws ToolError. */
export function localPath(text: string, base: string): string {
  const reference = parseReference(text);
  if ('uri' in reference) throw new ToolError('Only files of this machine are read: give the path of one.');
  return path.resolve(base, reference.path);
}
