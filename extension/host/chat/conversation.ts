/** How a conversation changes: pure functions, each gives a new conversation. */
import { randomUUID } from 'node:crypto';
import type { AnswerPart, Turn } from '../../answer/answer.ts';
import type { Candidate, ChatPicture, Conversation, Exchange, Region } from '../../../webview/chat/messages.ts';

/** Letters of a title that lists show without cutting it. */
const TITLE_LETTERS = 60;

export function newConversation(): Conversation {
  return { id: randomUUID(), title: '', changed: Date.now(), exchanges: [], draft: { text: '', pictures: [] } };
}

export const isEmpty = ({ exchanges, draft }: Conversation): boolean =>
  exchanges.length === 0 && draft.text.trim() === '' && draft.pictures.length === 0;

/** All pictures of a conversation, each once, in the order in which they came. */
export function picturesOf(exchanges: readonly Exchange[]): ChatPicture[] {
  const bySha = new Map<string, ChatPicture>();
  for (const { pictures } of exchanges)
    for (const picture of pictures) if (!bySha.has(picture.sha256)) bySha.set(picture.sha256, picture);
  return [...bySha.values()];
}

type Question = Pick<Exchange, 'question' | 'pictures' | 'region' | 'meant'>;

/** Adds a question with the draft's pictures, running; the draft is then empty. `region`: the part it is about. */
export function withQuestion(conversation: Conversation, question: string, region?: Region): Conversation {
  const { pictures } = conversation.draft;
  const asks: Question = { question, pictures, ...(region ? { region } : {}) };
  return asked(conversation, conversation.exchanges, asks, { text: '', pictures: [] });
}

/** Adds an earlier question once more, of the one that is meant. `undefined` where there is no such question. */
export function withChoice(conversation: Conversation, id: string, meant: Candidate): Conversation | undefined {
  const { exchanges, draft } = conversation;
  const old = exchanges.find((exchange) => exchange.id === id);
  return old && asked(conversation, exchanges, { ...asksOf(old), pictures: [], meant }, draft);
}

/** Asks a question anew, perhaps in other words, and drops what came after it. `undefined` where there is no such question. */
export function askedAgain(conversation: Conversation, id: string, question?: string): Conversation | undefined {
  const at = conversation.exchanges.findIndex((exchange) => exchange.id === id);
  const old = conversation.exchanges[at];
  if (!old) return undefined;
  const before = conversation.exchanges.slice(0, at);
  const { meant, ...asks } = asksOf(old);
  // Other words may mean something else.
  const anew = question === undefined ? { ...asks, ...(meant ? { meant } : {}) } : { ...asks, question };
  return asked(conversation, before, anew, conversation.draft);
}

const asksOf = ({ question, pictures, region, meant }: Exchange): Question => ({
  question,
  pictures,
  ...(region ? { region } : {}),
  ...(meant ? { meant } : {}),
});

function asked(
  conversation: Conversation,
  before: Exchange[],
  asks: Question,
  draft: Conversation['draft'],
): Conversation {
  const exchange: Exchange = { id: randomUUID(), ...asks, about: [], answer: [], state: 'running' };
  const exchanges = [...before, exchange];
  exchange.about = picturesOf(exchanges).map(({ sha256 }) => sha256);
  if (exchange.region && !exchange.about.includes(exchange.region.sha256)) delete exchange.region;
  const first = exchanges[0]!;
  return { ...conversation, title: titleOf(first), changed: Date.now(), exchanges, draft };
}

function titleOf({ question, pictures }: Exchange): string {
  const line = question.replace(/\s+/g, ' ').trim() || pictures[0]?.name || '';
  const letters = [...line];
  return letters.length > TITLE_LETTERS ? `${letters.slice(0, TITLE_LETTERS - 1).join('')}…` : line;
}

/** Changes one exchange; the conversation stays as it is where there is no such exchange. */
export function withExchange(conversation: Conversation, id: string, change: Partial<Exchange>): Conversation {
  const exchanges = conversation.exchanges.map((exchange) =>
    exchange.id === id ? { ...exchange, ...change } : exchange,
  );
  return { ...conversation, changed: Date.now(), exchanges };
}

export function withPart(conversation: Conversation, id: string, part: AnswerPart): Conversation {
  const exchange = conversation.exchanges.find((each) => each.id === id);
  return exchange ? withExchange(conversation, id, { answer: [...exchange.answer, part] }) : conversation;
}

/** What was asked and answered before an exchange. */
export function historyBefore({ exchanges }: Conversation, id: string): Turn[] {
  const at = exchanges.findIndex((exchange) => exchange.id === id);
  return exchanges
    .slice(0, Math.max(0, at))
    .filter(({ state }) => state === 'done')
    .map(({ question, answer }) => ({ question, answer }));
}

/** After a restart nothing runs any more: what ran counts as stopped. */
export function settled(conversation: Conversation): Conversation {
  const exchanges = conversation.exchanges.map((exchange) =>
    exchange.state === 'running' ? { ...exchange, state: 'stopped' as const } : exchange,
  );
  return { ...conversation, exchanges };
}

/** Attaches pictures to the draft: equal ones once, no two pictures of one name. */
export function withAttached(conversation: Conversation, added: readonly ChatPicture[]): Conversation {
  const pictures = [...conversation.draft.pictures];
  const known = picturesOf(conversation.exchanges);
  for (const picture of added) {
    if (pictures.some(({ sha256 }) => sha256 === picture.sha256)) continue;
    const asBefore = known.find(({ sha256 }) => sha256 === picture.sha256);
    const names = new Set([...known, ...pictures].map(({ name }) => name));
    pictures.push(asBefore ?? { ...picture, name: freeName(picture.name, names) });
  }
  return { ...conversation, draft: { ...conversation.draft, pictures } };
}

export function withoutAttached(conversation: Conversation, sha256: string): Conversation {
  const { draft, exchanges } = conversation;
  const pictures = draft.pictures.filter((picture) => picture.sha256 !== sha256);
  const { region, ...rest } = draft;
  const isLeft = [...picturesOf(exchanges), ...pictures].some((picture) => picture.sha256 === region?.sha256);
  return { ...conversation, draft: { ...rest, pictures, ...(region && isLeft ? { region } : {}) } };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 2; ; number++) if (!taken.has(`${stem} ${number}${ending}`)) return `${stem} ${number}${ending}`;
}
