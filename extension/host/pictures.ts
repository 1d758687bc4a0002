import * as vscode from 'vscode';
import type { ImageSource } from '../engine/protocol.ts';

/** A picture: where it lies, or what it holds. */
export type Picture = vscode.Uri | { name: string; bytes: Uint8Array };

/** A picture as a command's argument, which must survive JSON: its address, or `held:` and a number. */
export type PictureReference = string;

/** Pictures that lie nowhere and are held for a link's sake, at most. */
const MOST_HELD = 20;
const HELD = 'held:';

/** The last pictures that links may refer to though they lie nowhere. */
export class HeldPictures {
  readonly #pictures = new Map<string, { name: string; bytes: Uint8Array }>();
  #count = 0;

  hold(picture: { name: string; bytes: Uint8Array }): PictureReference {
    const reference = `${HELD}${++this.#count}`;
    this.#pictures.set(reference, picture);
    if (this.#pictures.size > MOST_HELD) this.#pictures.delete(this.#pictures.keys().next().value!);
    return reference;
  }

  /** @param argument what a menu or a link gave a command. @returns `undefined` where it is no picture that can be found */
  find(argument: unknown): Picture | undefined {
    if (argument instanceof vscode.Uri) return argument;
    if (typeof argument !== 'string') return undefined;
    return argument.startsWith(HELD) ? this.#pictures.get(argument) : vscode.Uri.parse(argument);
  }
}

/** What a picture is called, for a person. */
export const pictureName = (picture: Picture): string =>
  picture instanceof vscode.Uri ? picture.path.split('/').at(-1)! : picture.name;

/** A picture as the engine takes it: by path where it lies on this machine. Throws FileSystemError where it can't be read. */
export async function imageSource(picture: Picture): Promise<ImageSource> {
  if (!(picture instanceof vscode.Uri)) return { bytes: picture.bytes };
  if (picture.scheme === 'file') return { path: picture.fsPath };
  return { bytes: new Uint8Array(await vscode.workspace.fs.readFile(picture)) };
}
