import { faker } from '@faker-js/faker';
import type { Random } from '../pages/random.ts';

/** Faces of the training set: those of the evaluation are never used. */
const FACES = ['Nimbus Roman', 'FreeSerif', 'C059', 'Nimbus Sans', 'FreeSans', 'URW Gothic'];

/** A page of text to be read: essay, letter, invoice, code, memo, list, contract, dialogue. */
export function documentHtml(random: Random): string {
  faker.seed(random.int(0, 1e9));
  const body = random.pick(KINDS)(random);
  const face = random.pick(FACES);
  return `<body style="margin:0;background:${random.pick(['#fff', '#fff', '#fff', '#fdfbf5', '#1e1e1e;color:#ddd'])}">
    <div style="padding:${random.int(20, 90)}px;font:${random.int(13, 20)}px/${random.real(1.2, 1.7)} '${face}'">${body}</div>`;
}

const title = () => faker.commerce.productName();
const prose = (low: number, high: number) => faker.lorem.sentences({ min: low, max: high });
const paragraphs = (count: number) => Array.from({ length: count }, () => `<p>${prose(3, 7)}</p>`).join('');
const money = () => `$${faker.finance.amount()}`;

const KINDS: readonly ((random: Random) => string)[] = [
  () => `<h1>${title()}</h1>${paragraphs(2)}<h2>${title()}</h2>${paragraphs(3)}`,
  () =>
    `<p style="text-align:right">${faker.location.streetAddress()}<br>${faker.location.city()}</p><p>Dear ${faker.person.firstName()},</p>${paragraphs(3)}<p>Yours sincerely,</p><p>${faker.person.fullName()}</p>`,
  (random) =>
    `<h1>Invoice ${random.int(1000, 9999)}</h1><p>To: ${faker.company.name()}</p><table style="width:100%;border-collapse:collapse" cellpadding="6"><tr style="border-bottom:1px solid"><th align="left">Item</th><th>Number</th><th align="right">Price</th></tr>${random.some(3, 10, () => `<tr><td>${title()}</td><td align="center">${random.int(1, 20)}</td><td align="right">${money()}</td></tr>`).join('')}<tr><td><b>Total</b></td><td></td><td align="right"><b>${money()}</b></td></tr></table><p>${prose(1, 2)}</p>`,
  (random) =>
    `<pre style="font-family:'Nimbus Mono PS'">${random.some(12, 34, () => `${'  '.repeat(random.int(0, 3))}${random.pick(['const', 'let', 'return', 'if (', 'for (', '//'])} ${faker.hacker.noun()} = ${faker.hacker.verb()}(${random.int(0, 99)});`).join('\n')}</pre>`,
  (random) =>
    `<p><b>To:</b> ${faker.person.fullName()}<br><b>From:</b> ${faker.person.fullName()}<br><b>Subject:</b> ${title()}</p><hr>${paragraphs(1)}<ul>${random.some(3, 8, () => `<li>${prose(1, 2)}</li>`).join('')}</ul>${paragraphs(1)}`,
  (random) => `<h2>${title()}</h2><ol>${random.some(5, 12, () => `<li>${prose(1, 2)}</li>`).join('')}</ol>`,
  () =>
    `<h1 style="text-align:center">${title()}</h1><div style="columns:2;text-align:justify"><h3>Summary</h3>${paragraphs(2)}<h3>1 ${title()}</h3>${paragraphs(3)}</div>`,
  (random) => random.some(8, 20, () => `<p><b>${faker.person.firstName()}:</b> ${prose(1, 1)}</p>`).join(''),
];
