import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const json = (name: string) => JSON.parse(readFileSync(path.join(root, name), 'utf8')) as never;

interface Manifest {
  contributes: { commands: { command: string; title: string; category?: string }[] };
}

/** In English, what the manifest's `%key%` stands for. */
function text(value: string): string {
  const key = /^%(.*)%$/.exec(value)?.[1];
  return key ? (json('package.nls.json') as Record<string, string>)[key]! : value;
}

/** A command's title as menus show it. */
export function menuTitle(command: string): string {
  const found = (json('package.json') as Manifest).contributes.commands.find((entry) => entry.command === command);
  if (!found) throw new Error(`no command ${command}`);
  return text(found.title);
}

/** A command's title as the palette lists it. */
export function paletteTitle(command: string): string {
  const found = (json('package.json') as Manifest).contributes.commands.find((entry) => entry.command === command);
  const title = menuTitle(command);
  return found?.category ? `${text(found.category)}: ${title}` : title;
}
