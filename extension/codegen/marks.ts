/**
 * Which Design nodes each piece of a React module draws, noted in the code itself while it is put together and taken out
 * before anybody sees it. A note stands between two lone surrogates: no code of ours has those, as `literal` escapes them and
 * `printJsx` writes texts with them as literals.
 */

/** `draws`: the element that shows the nodes. `calls`: one that uses the component which draws them. `holds`: their data. */
export interface Mark {
  kind: 'draws' | 'calls' | 'holds';
  nodes: string[];
}

const EDGE = '\ud800';
const NOTE = new RegExp(`${EDGE}(\\d+)${EDGE}`, 'g');

/** Code without its notes. */
export const plainCode = (code: string): string => code.replace(NOTE, '');

export class Marks {
  readonly #all: Mark[] = [];

  /** A note to put into code: before a piece of data, or behind an element's tag name. */
  note(kind: Mark['kind'], nodes: readonly string[]): string {
    this.#all.push({ kind, nodes: [...nodes] });
    return `${EDGE}${this.#all.length - 1}${EDGE}`;
  }

  /** For code left out because `kept` does the same: its nodes are drawn by that. The two differ in their notes alone. */
  merge(kept: string, left: string): void {
    const noted = this.#in(left);
    for (const [i, mark] of this.#in(kept).entries()) mark.nodes.push(...noted[i]!.nodes);
  }

  /** The code as it is, and its marks in the order of the pieces that they stand at. */
  takeOut(code: string): { code: string; marks: Mark[] } {
    return { code: plainCode(code), marks: this.#in(code) };
  }

  #in(code: string): Mark[] {
    return [...code.matchAll(NOTE)].map((match) => this.#all[Number(match[1])]!);
  }
}
