import { readdirSync, readFileSync } from 'node:fs';
import type { Random } from './random.ts';

/** Folders of SVG icons under node_modules. Bootstrap's and Font Awesome's are kept for evaluation. */
const SETS = [
  'lucide-static/icons', '@tabler/icons/icons/outline', '@tabler/icons/icons/filled', '@mdi/svg/svg', 'ionicons/dist/svg',
  'heroicons/24/outline', 'heroicons/24/solid', 'heroicons/20/solid', 'feather-icons/dist/icons', '@primer/octicons/build/svg',
  '@phosphor-icons/core/assets/regular', '@phosphor-icons/core/assets/fill', 'remixicon/icons/System', 'remixicon/icons/Business',
]; // prettier-ignore
const LOGOS = ['remixicon/icons/Logos'];

const listings = new Map<string, string[]>();

function listing(set: string): string[] {
  let names = listings.get(set);
  if (!names) {
    names = readdirSync(`${import.meta.dirname}/../node_modules/${set}`).filter((name) => name.endsWith('.svg'));
    listings.set(set, names);
  }
  return names;
}

/** Draws icons of one family, as a page does. */
export class Icons {
  readonly #random: Random;
  readonly #set: string;

  constructor(random: Random, sets = SETS) {
    this.#random = random;
    this.#set = random.pick(sets);
  }

  /** Inline SVG in the text's colour, `size` CSS pixels. */
  svg(size: number, more = ''): string {
    return this.#draw(this.#set, size, more);
  }

  logo(size: number): string {
    return this.#draw(this.#random.pick(LOGOS), size, 'data-class="icon"');
  }

  #draw(set: string, size: number, more: string): string {
    const file = `${import.meta.dirname}/../node_modules/${set}/${this.#random.pick(listing(set))}`;
    const source = readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->|<\?xml[^>]*>|<title>[^<]*<\/title>/g, '');
    const stroked = /stroke-width|ionicon-stroke/.test(source) && !/<svg[^>]*fill="currentColor"/.test(source);
    const fill = stroked ? '' : 'fill="currentColor"';
    return source.replace(/<svg([^>]*)>/, (_, attributes: string) => {
      const kept = attributes.replace(/\s(width|height|class|style|id)="[^"]*"/g, '');
      const own = /fill=/.test(kept) ? '' : fill;
      return `<svg${kept} ${own} width="${size}" height="${size}" ${more} class="x-icon">`;
    });
  }
}
