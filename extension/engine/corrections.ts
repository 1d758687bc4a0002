import type { Scene, TextLine, Word } from '../vision/scene.ts';

/** A Scene in which lines read what a person says they do, by line id. What was measured stays. */
export function withCorrections(scene: Scene, corrections: Readonly<Record<string, string>>): Scene {
  const lines = scene.lines.map((line) => {
    const text = corrections[line.id]?.replace(/\s+/g, ' ').trim();
    return text === undefined || text === line.text ? line : corrected(line, text);
  });
  return { ...scene, lines: lines.filter((line) => line.text) };
}

function corrected(line: TextLine, text: string): TextLine {
  const texts = text.split(' ').filter(Boolean);
  const words = texts.length === line.words.length ? texts.map((t, i) => sure(line.words[i]!, t)) : spread(line, texts);
  return { ...line, text, confidence: 1, words, runs: runsOf(line, text) };
}

const sure = (word: Word, text: string): Word => ({ ...word, text, confidence: 1 });

/** Words over the line's box, each as wide as its share of the letters. */
function spread({ box, text: old, words }: TextLine, texts: string[]): Word[] {
  const letters = texts.join(' ').length;
  let at = 0;
  return texts.map((text) => {
    const word = {
      text,
      box: { ...box, x: box.x + (box.width * at) / letters, width: (box.width * text.length) / letters },
      confidence: 1,
    };
    at += text.length + 1;
    return words.length === 1 && old === text ? sure(words[0]!, text) : word;
  });
}

/** Where as many words are in as many runs as before, each keeps its look; else all have the look of the longest run. */
function runsOf({ runs, words }: TextLine, text: string): TextLine['runs'] {
  const longest = runs.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const texts = text.split(' ');
  if (runs.length === 1 || texts.length !== words.length) return [{ ...longest, text, box: longest.box }];
  let from = 0;
  const counts = runs.map((run) => run.text.trim().split(/\s+/).length);
  if (counts.reduce((a, b) => a + b, 0) !== texts.length) return [{ ...longest, text }];
  return runs.map((run, i) => {
    const own = texts.slice(from, (from += counts[i]!)).join(' ');
    return { ...run, text: run.text.startsWith(' ') ? ` ${own}` : own };
  });
}
