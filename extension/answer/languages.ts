/** Questions in other languages: told by their small words, and put into English as far as words for interfaces go. */
import { normalized } from './words.ts';

interface Language {
  /** In English. */
  name: string;
  /** What is said in it, and in English; longer ones first. Marks are letters: `\b` knows none but English ones. */
  words: readonly (readonly [string, string])[];
}

const LANGUAGES: readonly Language[] = [
  {
    name: 'German',
    words: [
      ['wie viele', 'how many'], ['wieviele', 'how many'], ['wie groß', 'how big'], ['wie breit', 'how wide'], ['wie hoch', 'how tall'], ['wie viel kostet', 'how much is'], ['was kostet', 'how much is'],
      ['welche farbe hat', 'what color is'], ['was steht auf', 'what is written on'], ['was steht in', 'what is written in'], ['was steht im', 'what is written in the'], ['wo finde ich', 'where is'], ['wo ist', 'where is'], ['wo sind', 'where are'], ['gibt es', 'is there'], ['was ist', 'what is'],
      ['welche', 'which'], ['welcher', 'which'], ['welches', 'which'], ['was', 'what'], ['wo', 'where'], ['wer', 'who'], ['ist', 'is'], ['sind', 'are'], ['hat', 'has'], ['der', 'the'], ['die', 'the'], ['das', 'the'], ['den', 'the'], ['dem', 'the'], ['ein', 'a'], ['eine', 'a'], ['einen', 'a'], ['im', 'in the'], ['auf', 'on'], ['und', 'and'], ['nicht', 'not'], ['hier', 'here'], ['bild', 'picture'], ['seite', 'page'], ['von', 'of'], ['für', 'for'],
      ['schaltflächen', 'buttons'], ['schaltfläche', 'button'], ['knöpfe', 'buttons'], ['knopf', 'button'], ['felder', 'fields'], ['feld', 'field'], ['überschriften', 'headings'], ['überschrift', 'heading'], ['farbe', 'color'], ['tabelle', 'table'], ['zeilen', 'rows'], ['spalten', 'columns'], ['kästchen', 'checkboxes'], ['angekreuzt', 'checked'], ['ausgewählt', 'selected'], ['deaktiviert', 'disabled'], ['leer', 'empty'], ['preis', 'price'], ['symbole', 'icons'], ['bilder', 'images'], ['karten', 'cards'], ['menü', 'menu'], ['links von', 'left of'], ['rechts von', 'right of'], ['über', 'above'], ['unter', 'below'], ['neben', 'next to'],
    ],
  },
  {
    name: 'French',
    words: [
      ['combien de', 'how many'], ['combien coûte', 'how much is'], ['quelle est la couleur', 'what is the color'], ['de quelle couleur est', 'what color is'], ['où se trouve', 'where is'], ['où est', 'where is'], ['où sont', 'where are'], ['est-ce que', 'is'], ['y a-t-il', 'is there'], ['il y a', 'is there'], ["qu'est-ce que", 'what is'], ['que dit', 'what does it say on'],
      ['quel', 'which'], ['quelle', 'which'], ['quels', 'which'], ['quelles', 'which'], ['où', 'where'], ['qui', 'who'], ['est', 'is'], ['sont', 'are'], ['le', 'the'], ['la', 'the'], ['les', 'the'], ['un', 'a'], ['une', 'a'], ['des', 'of the'], ['du', 'of the'], ['de', 'of'], ['dans', 'in'], ['sur', 'on'], ['et', 'and'], ['pour', 'for'], ['cette', 'this'], ['page', 'page'],
      ['boutons', 'buttons'], ['bouton', 'button'], ['champs', 'fields'], ['champ', 'field'], ['titre', 'heading'], ['couleur', 'color'], ['tableau', 'table'], ['lignes', 'rows'], ['colonnes', 'columns'], ['cases à cocher', 'checkboxes'], ['coché', 'checked'], ['cochée', 'checked'], ['sélectionné', 'selected'], ['désactivé', 'disabled'], ['vide', 'empty'], ['prix', 'price'], ['icônes', 'icons'], ['images', 'images'], ['à gauche de', 'left of'], ['à droite de', 'right of'], ['au-dessus de', 'above'], ['sous', 'below'],
    ],
  },
  {
    name: 'Spanish',
    words: [
      ['cuántos', 'how many'], ['cuántas', 'how many'], ['cuánto cuesta', 'how much is'], ['de qué color es', 'what color is'], ['dónde está', 'where is'], ['donde esta', 'where is'], ['dónde están', 'where are'], ['qué dice', 'what does it say on'], ['hay', 'is there'], ['qué', 'what'], ['cuál', 'which'], ['dónde', 'where'], ['quién', 'who'], ['es', 'is'], ['está', 'is'], ['son', 'are'], ['el', 'the'], ['la', 'the'], ['los', 'the'], ['las', 'the'], ['un', 'a'], ['una', 'a'], ['del', 'of the'], ['de', 'of'], ['en', 'in'], ['y', 'and'], ['para', 'for'], ['esta', 'this'], ['página', 'page'],
      ['botones', 'buttons'], ['botón', 'button'], ['campos', 'fields'], ['campo', 'field'], ['título', 'heading'], ['color', 'color'], ['tabla', 'table'], ['filas', 'rows'], ['columnas', 'columns'], ['casillas', 'checkboxes'], ['marcada', 'checked'], ['seleccionado', 'selected'], ['desactivado', 'disabled'], ['vacío', 'empty'], ['precio', 'price'], ['iconos', 'icons'], ['imágenes', 'images'], ['a la izquierda de', 'left of'], ['a la derecha de', 'right of'], ['encima de', 'above'], ['debajo de', 'below'],
    ],
  },
]; // prettier-ignore

/** Share of a question's words that a language must know, and how many at least. */
const SHARE = 0.5;
const FEWEST = 2;
/** Words that questions in English are made of. */
const ENGLISH =
  /\b(?:what|where|which|who|how|when|why|is|are|does|do|the|show|find|list|read|count|tell|there|and|of|in|on|it|this|that|button|color|colour)\b/g;

/** A question put into English, and the language it was in; undefined for one in English, or in a language that isn't known. */
export function fromOtherLanguage(question: string): { language: string; english: string } | undefined {
  const text = normalized(question).replace(/[¿¡]/g, '');
  const english = text.match(ENGLISH)?.length ?? 0;
  const words = text.match(/[\p{L}'-]+/gu) ?? [];
  const found = LANGUAGES.map(({ name, words: table }) => {
    const known = new Set(table.flatMap(([foreign]) => foreign.split(' ')));
    return { name, table, share: words.filter((word) => known.has(word)).length };
  }).sort((a, b) => b.share - a.share)[0]!;
  if (found.share < FEWEST || found.share <= english || found.share < SHARE * words.length) return undefined;
  const translated = [...found.table]
    .sort(([a], [b]) => b.length - a.length)
    .reduce((said, [foreign, meant]) => said.replace(wholeWords(foreign), meant), text);
  return { language: found.name, english: translated };
}

const wholeWords = (words: string): RegExp => new RegExp(`(?<![\\p{L}'-])${words}(?![\\p{L}'-])`, 'gu');
