import path from 'node:path';
import type { AnswerPart } from '../answer/answer.ts';
import type { Outcome } from '../answer/outcome.ts';
import { textOf } from '../answer/text-of.ts';
import { wordsOf } from '../answer/value-words.ts';
import type { Box } from '../vision/scene.ts';
import { oneLine } from './one-line.ts';
import { Progress } from './progress.ts';

export interface AskCommand {
  images: string[];
  question: string;
  json: boolean;
}

/** What `--json` says. Boxes and points in image pixels. */
interface Said {
  question: string;
  images: string[];
  /** The bare value, `$29`, `3`, `yes`; empty where it is declined. Of several questions, one a line. */
  answer: string;
  /** In sentences. */
  text: string;
  boxes: Box[];
  /** Where to click, for an answer that is a place. */
  point?: { x: number; y: number };
  confidence: number;
  declined: boolean;
  /** How each question was answered over each picture. */
  outcomes: (Outcome & { image: string })[];
  facts: { text: string; image: string; boxes: Box[]; confidence: number }[];
  /** Milliseconds: seeing the images, and answering. */
  times: { see: number; answer: number };
}

/** Characters that a terminal would obey. */
const CONTROL = /\p{Cc}/gu;

/** Answers a question about images. Returns the exit status: 1 where an image can't be used. */
export async function runAsk({ images, question, json }: AskCommand): Promise<number> {
  const progress = new Progress(process.stderr);
  const [{ see }, { answer }] = await Promise.all([import('../vision/see.ts'), import('../answer/answer.ts')]);
  const pictures = [];
  const start = performance.now();
  for (const image of images) {
    progress.show(`${path.basename(image)}: looking …`);
    try {
      pictures.push({ name: path.basename(image), scene: await see(image) });
    } catch (error) {
      progress.clear();
      const message = oneLine(error);
      console.error(`pixelwright: ${message.startsWith(image) ? message : `${image}: ${message}`}`);
      return 1;
    }
  }
  progress.clear();
  const seen = performance.now();
  const parts: AnswerPart[] = [];
  for await (const part of answer(pictures, question, [])) parts.push(part);
  const times = { see: Math.round(seen - start), answer: Math.round(performance.now() - seen) };
  if (json) console.log(JSON.stringify(asJson(parts, { images, question, times }), null, 2));
  else console.log([visible(textOf(parts)), ...evidenceOf(parts, images)].join('\n'));
  return 0;
}

const visible = (text: string): string => text.replace(CONTROL, (control) => (control === '\n' ? control : ' '));

function asJson(
  parts: readonly AnswerPart[],
  { images, question, times }: { images: string[]; question: string; times: Said['times'] },
): Said {
  const facts = parts.flatMap((part) =>
    part.kind === 'fact'
      ? [{ text: part.text, image: images[part.picture]!, boxes: part.boxes.map(whole), confidence: part.confidence }]
      : [],
  );
  const outcomes = parts.flatMap((part) => (part.kind === 'outcome' ? [part.outcome] : []));
  const values = outcomes.flatMap(({ value }) => value ?? []);
  const point = values.find((value) => value.kind === 'place')?.point;
  return {
    question,
    images,
    answer: values.map(wordsOf).join('\n'),
    text: textOf(parts),
    boxes: outcomes.flatMap(({ boxes }) => boxes.map(whole)),
    ...(point && { point }),
    confidence: Math.min(1, ...outcomes.map(({ confidence }) => confidence)),
    declined: outcomes.length > 0 && outcomes.every(({ declined }) => declined),
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      image: images[outcome.picture]!,
      boxes: outcome.boxes.map(whole),
    })),
    facts,
    times,
  };
}

const whole = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});

/** A line for each fact: what it says, where, and how sure it is. */
function evidenceOf(parts: readonly AnswerPart[], images: readonly string[]): string[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'fact' || !part.boxes.length) return [];
    const boxes = part.boxes.map(whole).map(({ x, y, width, height }) => `${x},${y} ${width}×${height}`);
    const where = images.length > 1 ? ` in ${path.basename(images[part.picture]!)}` : '';
    const sure = `${Math.round(part.confidence * 100)} % sure`;
    return [`  ${part.text.replace(CONTROL, ' ')}: ${boxes.join('; ')}${where} (${sure})`];
  });
}
