import { faker } from '@faker-js/faker';
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as french } from '@faker-js/faker/locale/fr';
import { faker as polish } from '@faker-js/faker/locale/pl';
import { faker as russian } from '@faker-js/faker/locale/ru';
import { faker as japanese } from '@faker-js/faker/locale/ja';
import type { Random } from './random.ts';

const LABELS = (
  'Home|About|About us|Contact|Products|Pricing|Blog|News|Support|Help|Docs|Documentation|Sign in|Log in|Register|Settings|' +
  'Profile|Dashboard|Reports|Users|Teams|Projects|Tasks|Calendar|Messages|Inbox|Sent|Drafts|Archive|Search|Features|Services|' +
  'Portfolio|Gallery|Careers|Jobs|Press|Legal|Privacy|Terms|Imprint|FAQ|Shop|Cart|Checkout|Orders|Account|Billing|Security|' +
  'Notifications|Integrations|API|Downloads|Events|Community|Forum|Members|Login|Logout|Overview|Details|History|Activity|Analytics'
).split('|');
const ACTIONS = (
  'Submit|Save|Save changes|Cancel|OK|Send|Send message|Search|Go|Login|Log in|Sign up|Register|Subscribe|Add|Add to cart|Buy now|' +
  'Get started|Learn more|Read more|Continue|Next|Back|Previous|Delete|Edit|Update|Apply|Reset|Upload|Download|Export|Import|Share|' +
  'Follow|Accept|Accept all|Decline|Close|Try it free|View all|Show more|Load more|Create account|New project|Invite|Confirm|Book now'
).split('|');
const FIELDS = (
  'Name|First name|Last name|Email|E-mail address|Password|Confirm password|Phone|Company|Street|City|ZIP code|Country|Subject|' +
  'Message|Comments|Username|Website|Date of birth|Amount|Card number|Notes|Title|Category|Quantity|Keyword|Your name|Age|State|Search'
).split('|');

/** What pages say: labels, sentences, numbers, names, in English for the most part. */
export class Words {
  readonly random: Random;
  /** Share of words from other languages, some of which show as boxes for want of glyphs. */
  readonly #foreign: number;

  constructor(random: Random, seed: number) {
    this.random = random;
    for (const source of [faker, german, french, polish, russian, japanese]) source.seed(seed);
    this.#foreign = random.chance(0.15) ? 0.5 : 0.01;
  }

  label(): string {
    return this.random.chance(0.6) ? this.random.pick(LABELS) : capital(this.random.chance(0.5) ? faker.word.noun() : faker.word.words(2));
  }

  action(): string {
    return this.random.chance(0.8) ? this.random.pick(ACTIONS) : capital(`${faker.word.verb()} ${faker.word.noun()}`);
  }

  field(): string {
    return this.random.pick(FIELDS);
  }

  name(): string {
    return this.#source().person.fullName();
  }

  company(): string {
    return faker.company.name();
  }

  title(): string {
    const r = this.random;
    const text = r.pick([
      () => faker.company.catchPhrase(),
      () => faker.commerce.productName(),
      () => capital(faker.word.words(r.int(2, 6))),
      () => faker.book.title(),
      () => faker.lorem.sentence(r.int(2, 6)).replace('.', ''),
      () => faker.music.songName(),
    ])();
    return r.chance(0.06) ? text.toUpperCase() : text;
  }

  sentence(): string {
    const r = this.random;
    return r.pick([
      () => faker.hacker.phrase(),
      () => faker.commerce.productDescription(),
      () => `${capital(faker.word.words(r.int(6, 18)))}.`,
      () => this.#source().lorem.sentence(r.int(5, 18)),
      () => `${faker.person.firstName()} ${faker.word.verb()} ${faker.number.int({ max: 500 })} ${faker.word.words(r.int(3, 9))}, ${faker.date.month()} ${r.int(1, 28)}.`,
    ])();
  }

  paragraph(low = 2, high = 6): string {
    return this.random.some(low, high, () => this.sentence()).join(' ');
  }

  /** A short value as tables and fields hold. */
  value(): string {
    const r = this.random;
    return r.pick([
      () => faker.finance.amount({ symbol: r.pick(['$', '€', '', '£']) }),
      () => String(r.int(0, 99999)),
      () => `${r.real(0, 100).toFixed(1)}%`,
      () => faker.date.recent().toISOString().slice(0, 10),
      () => this.name(),
      () => faker.internet.email(),
      () => faker.location.city(),
      () => faker.word.noun(),
      () => faker.phone.number(),
      () => faker.system.fileName(),
      () => faker.git.commitSha({ length: 7 }),
    ])();
  }

  number(): string {
    const r = this.random;
    return r.pick([() => r.int(1, 9999).toLocaleString('en'), () => `$${r.int(1, 90)},${r.int(100, 999)}`, () => `${r.int(1, 99)}%`, () => `${r.real(0, 9).toFixed(1)}k`])();
  }

  date(): string {
    const date = faker.date.past();
    return this.random.pick([
      () => date.toISOString().slice(0, 10),
      () => date.toLocaleDateString('en', { dateStyle: 'long' }),
      () => date.toLocaleDateString('en', { dateStyle: 'short' }),
      () => `${this.random.int(2, 23)} hours ago`,
      () => `${this.random.int(1, 12)}:${this.random.int(10, 59)} ${this.random.pick(['AM', 'pm', ''])}`,
    ])();
  }

  email(): string {
    return faker.internet.email();
  }

  city(): string {
    return faker.location.city();
  }

  code(): string {
    const r = this.random;
    const name = faker.word.noun().replace(/\W/g, '');
    return r.pick([
      () => `const ${name} = await fetch('/${faker.word.noun()}');`,
      () => `  return ${name}.${faker.word.verb()}(${r.int(0, 99)});`,
      () => `if (${name} > ${r.int(0, 9)}) {`,
      () => '}',
      () => `// ${faker.hacker.phrase()}`,
      () => `$ npm install ${name}`,
      () => `def ${name}(self, ${faker.word.noun()}):`,
      () => `<div class="${name}">`,
    ])();
  }

  #source(): typeof faker {
    return this.random.chance(this.#foreign) ? this.random.pick([german, french, polish, russian, japanese]) : faker;
  }
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Text as it may stand in HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}
