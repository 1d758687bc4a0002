import type { AnswerPart } from '../../answer/answer.ts';
import type { Box } from '../../vision/scene.ts';
import type { ChatPicture, Exchange, Region } from '../../../webview/chat/messages.ts';
import type { ComponentWish } from './component-wish.ts';
import { picturesOf } from './conversation.ts';
import { around, lastEvidence } from './last-evidence.ts';

export interface ComponentMaker {
  /** Makes a component of a picture or a part of it, for the person to see. @returns whether it is being made */
  make(picture: ChatPicture, region: Box | undefined): Promise<boolean>;
  /** What the chat says of it. @param at place of the picture among those asked about */
  say(picture: ChatPicture, at: number, region: Box | undefined, isMade: boolean): AnswerPart[];
}

/**
 * Makes the component that was wished for in the last of the exchanges. @returns what the chat says to it
 * @param ask has a question answered: where something is that the wish names
 */
export async function grantWish(
  wish: ComponentWish,
  exchanges: readonly Exchange[],
  maker: ComponentMaker,
  ask: (question: string) => Promise<AnswerPart[]>,
): Promise<AnswerPart[]> {
  const { about, region } = exchanges.at(-1)!;
  let part: Region | undefined = region;
  if (!part && wish.of === 'it') part = lastEvidence(exchanges.slice(0, -1));
  if (wish.of === 'named') {
    const answer = await ask(`where is ${wish.name}`);
    const found = placeIn(answer, about);
    // It says what wasn't found, or what could be meant.
    if (!found) return answer;
    part = found;
  }
  const sha256 = part?.sha256 ?? about.at(-1);
  const picture = picturesOf(exchanges).find((each) => each.sha256 === sha256);
  // A question without a picture is refused before.
  if (!picture) return [];
  return maker.say(picture, about.indexOf(picture.sha256), part?.box, await maker.make(picture, part?.box));
}

function placeIn(answer: readonly AnswerPart[], about: readonly string[]): Region | undefined {
  for (const part of answer) {
    if (part.kind !== 'outcome' || part.outcome.candidates) continue;
    const { value, picture } = part.outcome;
    const sha256 = about[picture];
    if (value?.kind === 'place' && sha256 !== undefined) return { sha256, box: around([value.box]) };
  }
  return undefined;
}
