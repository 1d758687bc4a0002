import type { ImagePlace } from './image-place.ts';
import { imagesInJsx } from './jsx.ts';
import { imagesInMarkdown } from './markdown.ts';
import { imagesInMarkup } from './markup.ts';

/** Images of a text in a language (VS Code's id) that has alternative texts; none in others. */
export function imagesIn(text: string, language: string): ImagePlace[] {
  switch (language) {
    case 'markdown':
      return imagesInMarkdown(text);
    case 'html':
    case 'vue':
    case 'svelte':
      return imagesInMarkup(text, language);
    case 'javascriptreact':
    case 'typescriptreact':
      return imagesInJsx(text);
    default:
      return [];
  }
}
