import { describe, expect, it } from 'vitest';
import {
  askedAgain,
  historyBefore,
  isEmpty,
  newConversation,
  withAttached,
  withExchange,
  withoutAttached,
  withPart,
  withQuestion,
} from './conversation.ts';

const picture = (sha256: string, name = `${sha256}.png`) => ({ sha256, name, mime: 'image/png' });
const attached = (...shas: string[]) =>
  withAttached(
    newConversation(),
    shas.map((sha) => picture(sha)),
  );

describe('attaching', () => {
  it('takes equal pictures once and tells pictures of one name apart', () => {
    const { draft } = withAttached(newConversation(), [
      picture('a', 'image.png'),
      picture('b', 'image.png'),
      picture('a', 'other.png'),
      picture('c', 'image'),
    ]);
    expect(draft.pictures.map(({ name }) => name)).toEqual(['image.png', 'image 2.png', 'image']);
  });

  it('calls a picture as it was called before in the conversation', () => {
    const conversation = withQuestion(attached('a'), 'What?');
    expect(withAttached(conversation, [picture('a', 'again.png')]).draft.pictures).toEqual([picture('a')]);
  });

  it('can be undone', () => {
    expect(isEmpty(withoutAttached(attached('a'), 'a'))).toBe(true);
  });
});

describe('asking', () => {
  it('takes the draft along, and counts earlier pictures too', () => {
    const first = withQuestion(attached('a'), 'What is  it?');
    expect(first.draft).toEqual({ text: '', pictures: [] });
    const second = withQuestion(withAttached(first, [picture('b'), picture('a')]), 'And this?');
    expect(second.exchanges[1]).toMatchObject({ about: ['a', 'b'], state: 'running', answer: [] });
    expect(second.title).toBe('What is it?');
  });

  it('has a short title', () => {
    expect([...withQuestion(newConversation(), '😀'.repeat(100)).title]).toHaveLength(60);
  });

  it('again drops what came after, and leaves the draft alone', () => {
    let conversation = withQuestion(attached('a'), 'one');
    conversation = withQuestion(conversation, 'two');
    conversation = { ...conversation, draft: { text: 'three', pictures: [picture('c')] } };
    const edited = askedAgain(conversation, conversation.exchanges[0]!.id, 'uno')!;
    expect(edited.exchanges).toMatchObject([{ question: 'uno', pictures: [picture('a')], about: ['a'] }]);
    expect(edited.draft.text).toBe('three');
    expect(askedAgain(conversation, 'none')).toBeUndefined();
  });

  it('tells of earlier answers that came to an end', () => {
    let conversation = withQuestion(attached('a'), 'one');
    const answer = [{ kind: 'text' as const, text: 'eins' }];
    conversation = withExchange(conversation, conversation.exchanges[0]!.id, { answer, state: 'done' });
    conversation = withQuestion(conversation, 'two');
    conversation = withExchange(conversation, conversation.exchanges[1]!.id, { state: 'failed' });
    conversation = withQuestion(conversation, 'three');
    expect(historyBefore(conversation, conversation.exchanges[2]!.id)).toEqual([{ question: 'one', answer }]);
  });

  it('adds parts to the answer they belong to, and to no other', () => {
    const conversation = withQuestion(attached('a'), 'one');
    const part = { kind: 'text' as const, text: 'x' };
    expect(withPart(conversation, conversation.exchanges[0]!.id, part).exchanges[0]!.answer).toEqual([part]);
    expect(withPart(conversation, 'gone', part)).toBe(conversation);
  });
});
