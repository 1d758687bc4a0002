import { expect, it } from 'vitest';
import { newConversation, withAttached, withExchange, withQuestion } from './conversation.ts';
import { conversationMarkdown, escapeMarkdown, fileNames } from './markdown.ts';

it.each([
  ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
  ['[a](javascript:b) `c` *d*', '\\[a\\](javascript:b) \\`c\\` \\*d\\*'],
  ['# a\n- b\n1. c', '\\# a\\\n\\- b\\\n1\\. c'],
  ['https://a.b www.a.b a@b.c', 'https\\://a.b www\\.a.b a\\@b.c'],
  ['&lt; \\ | ~ _ $', '\\&lt; \\\\ \\| \\~ \\_ \\$'],
  ['3.5 and 1-2', '3\\.5 and 1-2'],
])('escapes %j', (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

it('writes a conversation with its pictures as files', () => {
  const picture = { sha256: 'a', name: 'log in (1).png', mime: 'image/png' };
  let conversation = withQuestion(withAttached(newConversation(), [picture]), 'What is\n# it?');
  const answer = [
    { kind: 'text' as const, text: 'It says ' },
    { kind: 'fact' as const, text: '<b>', picture: 0, boxes: [], confidence: 1 },
    { kind: 'break' as const },
    { kind: 'text' as const, text: '- end' },
  ];
  conversation = withExchange(conversation, conversation.exchanges[0]!.id, {
    answer,
    state: 'failed',
    error: 'No > way',
  });
  expect(conversationMarkdown(conversation, ({ name }) => `chat-pictures/${name}`)).toBe(
    [
      '# What is \\# it?',
      '## What is \\# it?',
      '![log in (1).png](chat-pictures/log%20in%20%281%29.png)',
      'It says \\<b\\>\\\n\\- end',
      '> No \\> way\n',
    ].join('\n\n'),
  );
});

it('tells what a question was about, and how its answer came about', () => {
  const box = { x: 10.4, y: 20, width: 100, height: 40 };
  const picture = { sha256: 'a', name: 'a*.png', mime: 'image/png' };
  const attached = withAttached(newConversation(), [picture]);
  let conversation = withQuestion(attached, 'Where is Save?', { sha256: 'a', box });
  const outcome = {
    picture: 0,
    program: { op: 'describe' as const },
    steps: [
      { verb: 'select', what: 'button “*Save*”' },
      { verb: 'find', what: '' },
    ],
    boxes: Array.from({ length: 7 }, () => box),
    confidence: 0.934,
    declined: false,
  };
  const declined = { ...outcome, boxes: [], confidence: 0, declined: true };
  conversation = withExchange(conversation, conversation.exchanges[0]!.id, {
    answer: [
      { kind: 'text', text: 'There.' },
      { kind: 'outcome', outcome },
      { kind: 'outcome', outcome: declined },
    ],
  });
  const place = '100 × 40 px at 10, 20';
  expect(
    conversationMarkdown(conversation, () => 'a.png')
      .split('\n\n')
      .slice(3),
  ).toEqual([
    `About this part of a\\*.png: ${place}.`,
    'There.',
    `> select button “\\*Save\\*” → find; 93 % sure; seen at ${Array(5).fill(place).join('; ')}; 2 more.`,
    '> Not told by the picture: select button “\\*Save\\*” → find.\n',
  ]);
});

it('names files as every file system takes them, none twice', () => {
  const named = (sha256: string, name: string, mime = 'image/png') => ({ sha256, name, mime });
  const names = fileNames([named('a', '../../x<y>.exe'), named('b', 'CON?.png', 'image/jpeg'), named('c', '…')]);
  expect([...names.values()]).toEqual(['1-x-y.png', '2-CON.jpg', '3-picture.png']);
});
