import type { AnswerPart } from '../../answer/answer.ts';
import type { Conversation, Region } from '../../../webview/chat/messages.ts';
import type { Engine } from '../engine.ts';
import { componentWish } from './component-wish.ts';
import { historyBefore, picturesOf } from './conversation.ts';
import { grantWish, type ComponentMaker } from './grant-wish.ts';
import type { PictureFiles } from './picture-files.ts';

interface AnsweringOptions {
  pictures: PictureFiles;
  engine: () => Pick<Engine, 'ask'>;
  components: ComponentMaker;
  signal: AbortSignal;
  onPart: (part: AnswerPart) => void;
}

/** Answers the last question of a conversation, or does what it wishes for. */
export async function answerLast(conversation: Conversation, options: AnsweringOptions): Promise<AnswerPart[]> {
  const { pictures, engine, components, signal, onPart } = options;
  const { exchanges } = conversation;
  const { id, question, about, region, meant } = exchanges.at(-1)!;
  const placed = ({ sha256, box }: Region) => ({ picture: about.indexOf(sha256), box });
  const params = {
    images: picturesOf(exchanges).map(({ name, sha256 }) => ({ name, image: { path: pictures.path(sha256) } })),
    question,
    history: historyBefore(conversation, id),
    ...(region ? { region: placed(region) } : {}),
    ...(meant ? { meant: placed(meant) } : {}),
  };
  const wish = componentWish(question);
  if (!wish) return engine().ask(params, { signal, onPart });
  return grantWish(wish, exchanges, components, (where) => engine().ask({ ...params, question: where }, { signal }));
}
