import type { Faker } from '@faker-js/faker';
import type { Random } from './random.ts';

type Maker = (random: Random, faker: Faker) => string;

const digits = (random: Random, count: number) => Array.from({ length: count }, () => random.int(0, 9)).join('');
const grouped = (random: Random) => random.int(1000, 9999999).toLocaleString(random.chance(0.8) ? 'en' : 'de');
const two = (n: number) => String(n).padStart(2, '0');
const MONTHS =
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec January February March April June July August September October November December'.split(
    ' ',
  );
const WEEKDAYS = 'Mon Tue Wed Thu Fri Sat Sun Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const UNITS = 'px em rem ms s min h kB MB GB TB km kg cm mm GHz MHz kWh °C °F % fps dpi'.split(' ');
const CODES =
  'USD EUR GBP JPY CHF UTC GMT CET EST PDF CSV JSON HTML CSS API URL ID SKU FAQ CEO USA UK EU VAT KPI ROI CPU GPU RAM SSD'.split(
    ' ',
  );

const price: Maker = (random) => {
  const amount = random.weighted([
    [3, (random.int(100, 99999) / 100).toFixed(2)],
    [2, String(random.int(1, 999))],
    [2, grouped(random)],
    [1, `${grouped(random)}.${digits(random, 2)}`],
    [1, `${(random.int(10, 999) / 10).toFixed(1)}${random.pick([...'kKMB'])}`],
  ]);
  const sign = random.weighted([
    [10, '$'],
    [3, '€'],
    [2, '£'],
    [1, '¥'],
    [0.5, '₹'],
    [0.2, '₽'],
    [0.2, '₩'],
    [0.2, '₿'],
    [0.2, '₺'],
    [0.2, '₴'],
    [0.2, '¢'],
  ]);
  return random.chance(0.8) ? `${random.chance(0.08) ? '-' : ''}${sign}${amount}` : `${amount} ${sign}`;
};

const date: Maker = (random) => {
  const [d, m, y] = [random.int(1, 28), random.int(1, 12), random.int(1970, 2035)];
  return random.pick([
    `${y}-${two(m)}-${two(d)}`,
    `${two(d)}.${two(m)}.${y}`,
    `${m}/${d}/${y}`,
    `${two(d)}/${two(m)}/${String(y).slice(2)}`,
    `${random.pick(MONTHS)} ${d}, ${y}`,
    `${d} ${random.pick(MONTHS)} ${y}`,
    `${random.pick(MONTHS)} ${d}`,
    `${random.pick(WEEKDAYS)}, ${random.pick(MONTHS)} ${d}`,
    String(y),
    `${y}–${y + random.int(1, 20)}`,
    `${random.pick(MONTHS)} ${y}`,
    `Q${random.int(1, 4)} ${y}`,
  ]);
};

const time: Maker = (random) => {
  const [h, m, s] = [random.int(0, 23), random.int(0, 59), random.int(0, 59)];
  return random.pick([
    `${two(h)}:${two(m)}`,
    `${h}:${two(m)}`,
    `${(h % 12) + 1}:${two(m)} ${random.pick(['AM', 'PM', 'am', 'pm'])}`,
    `${two(h)}:${two(m)}:${two(s)}`,
    `${random.int(1, 59)} min ago`,
    `${random.int(1, 23)}h ${m}m`,
    `${random.int(2, 30)} days ago`,
    `${(h % 12) + 1}${random.pick(['am', 'pm'])}`,
  ]);
};

const number: Maker = (random) =>
  random.weighted([
    [4, String(random.int(0, 99))],
    [2, String(random.int(100, 9999))],
    [2, grouped(random)],
    [1, digits(random, random.int(3, 12))],
    [2, (random.int(0, 9999) / 100).toFixed(random.int(1, 2))],
    [2, `${random.int(0, 100)}%`],
    [1, `${(random.int(0, 1000) / 10).toFixed(1)}%`],
    [1, `${random.pick([...'+-±−~≈<>≤≥'])}${(random.int(0, 999) / 10).toFixed(1)}${random.pick(['', '%'])}`],
    [1, `${random.int(1, 99)}+`],
    [1, `#${random.int(1, 9999)}`],
    [1, `${random.int(1, 99)}${random.chance(0.5) ? ' ' : ''}${random.pick(UNITS)}`],
    [1, `${random.int(1, 20)}/${random.int(1, 20)}`],
    [1, `${random.int(1, 9)}.${random.int(0, 20)}.${random.int(0, 30)}`],
    [0.6, `${random.int(1, 12)} × ${random.int(1, 12)}`],
    [
      0.6,
      `${random.int(1, 9)}${random.pick(['st', 'nd', 'rd', 'th', '²', '³', '½', '¼', '¾', 'x', '°', '★', '″', '′'])}`,
    ],
    [0.6, `${random.int(1, 99)}–${random.int(100, 999)}`],
    [0.6, `(${random.int(1, 999)})`],
    [0.4, `[${random.int(1, 99)}]`],
  ]);

const code: Maker = (random, faker) => {
  const [a, b, c] = [faker.hacker.noun(), faker.hacker.verb(), faker.lorem.word()].map((w) => w.replace(/\W/g, '')) as [
    string,
    string,
    string,
  ];
  const camel = a + b[0]!.toUpperCase() + b.slice(1);
  return random.pick([
    camel,
    `${a}_${b}`,
    `${a}-${b}-${c}`,
    `${camel}()`,
    `${a}.${b}()`,
    `<${a}>`,
    `</${a}>`,
    `{${c}}`,
    `${a}[${random.int(0, 9)}]`,
    `--${a}-${b}`,
    `$${c}`,
    `@${a}/${b}`,
    `${a}::${b}`,
    `#${faker.string.hexadecimal({ length: 6, prefix: '' })}`,
    faker.git.commitSha().slice(0, 7),
    faker.system.fileName(),
    faker.system.filePath(),
    `npm install ${a}-${c}`,
    `const ${c} = ${random.int(0, 99)};`,
    `if (${a} === ${random.int(0, 9)}) {`,
    `${c}: ${a},`,
    `"${a}": "${b}",`,
    `return ${camel}(${c});`,
    `${a.toUpperCase()}_${b.toUpperCase()}`,
    `// ${a} ${c}`,
    `${a} => ${b}`,
    `${c}++`,
    `!${c}`,
    `${a} && ${b} || ${c}`,
    `'${c}'`,
    `\`${c}\``,
    `0x${faker.string.hexadecimal({ length: 4, prefix: '' })}`,
    `${a}?${b}=${random.int(1, 99)}&${c}=${a}`,
    `^${a}$`,
    `~/${a}/${c}`,
    `C:\\${a}\\${c}`,
    `*${c}*`,
    faker.string.uuid(),
    `${a}|${b}`,
  ]);
};

const person: Maker = (random, faker) =>
  random.pick([
    faker.person.fullName(),
    faker.person.firstName(),
    faker.person.lastName(),
    `${faker.person.firstName()} ${faker.person.lastName()[0]}.`,
    `${faker.person.lastName()}, ${faker.person.firstName()}`,
    `Dr. ${faker.person.lastName()}`,
  ]);

const contact: Maker = (random, faker) =>
  random.pick([
    faker.internet.email(),
    faker.internet.email().toLowerCase(),
    faker.internet.url(),
    faker.internet.domainName(),
    `www.${faker.internet.domainName()}`,
    faker.phone.number(),
    `+${random.int(1, 99)} ${digits(random, 3)} ${digits(random, 7)}`,
    `(${digits(random, 3)}) ${digits(random, 3)}-${digits(random, 4)}`,
    `@${faker.internet.username()}`,
    `#${faker.word.noun()}`,
    faker.internet.ipv4(),
    `${faker.internet.url()}/${faker.lorem.slug()}`,
    faker.internet.username(),
  ]);

const place: Maker = (random, faker) =>
  random.pick([
    faker.location.city(),
    faker.location.country(),
    `${faker.location.city()}, ${faker.location.state({ abbreviated: true })}`,
    faker.location.streetAddress(),
    `${faker.location.city()}, ${faker.location.country()}`,
    faker.location.zipCode(),
  ]);

const business: Maker = (random, faker) =>
  random.pick([
    faker.company.name(),
    faker.company.catchPhrase(),
    faker.commerce.productName(),
    faker.commerce.department(),
    faker.person.jobTitle(),
    faker.company.buzzPhrase(),
    faker.finance.accountName(),
    faker.hacker.phrase(),
  ]);

const acronym: Maker = (random, faker) =>
  random.pick([
    random.pick(CODES),
    faker.string.alpha({ length: random.int(2, 5), casing: 'upper' }),
    `${faker.string.alpha({ length: 2, casing: 'upper' })}-${digits(random, random.int(2, 5))}`,
    faker.string.alphanumeric({ length: random.int(3, 12) }),
    faker.string.alphanumeric({ length: random.int(3, 8), casing: 'upper' }),
  ]);

const interfacePhrase: Maker = (random, faker) => {
  const [a, b, c] = [faker.word.noun(), faker.word.adjective(), faker.word.verb()].map(
    (w) => w[0]!.toUpperCase() + w.slice(1),
  ) as [string, string, string];
  const n = random.int(1, 99);
  return random.pick([
    `← ${c}`,
    `${c} →`,
    `‹ ${c}`,
    `${c} ›`,
    `« Prev`,
    `Next »`,
    `© ${random.int(1995, 2030)} ${faker.company.name()}`,
    `© ${random.int(1995, 2030)} ${a}. All rights reserved.`,
    `${a} / ${b} / ${c}`,
    `${a} › ${b} › ${c}`,
    `${a} > ${b} > ${c}`,
    `${a} · ${n} min read`,
    `${a} • ${b} • ${c}`,
    `• ${a} ${b.toLowerCase()}`,
    `✓ ${a}`,
    `✔ ${b} ${a.toLowerCase()}`,
    `✕ ${c}`,
    `× ${c}`,
    `${'★'.repeat(random.int(1, 5))}${'☆'.repeat(random.int(0, 3))}`,
    `${c}…`,
    `${c} ${a.toLowerCase()}…`,
    `${a} ▾`,
    `${a} ▼`,
    `▸ ${a}`,
    `▶ ${c}`,
    `${a} ↗`,
    `${a}™`,
    `${a}®`,
    `© ${b} ${a}`,
    `©${random.int(1995, 2030)} ${a}`,
    `Copyright © ${random.int(1995, 2030)}`,
    `${b.toUpperCase()}® ${a}`,
    `Page ${n} of ${n + random.int(0, 99)}`,
    `${n} of ${n + 30} results`,
    `${a} (${n})`,
    `${a}: ${n}`,
    `${a}: ${b}`,
    `${a} *`,
    `* ${b}`,
    `☰ ${a}`,
    `⚙ ${a}`,
    `⌘${random.pick([...'ABCDEFGKLNPSVXZ'])}`,
    `Ctrl+${random.pick([...'ABCDEFGKLNPSVXZ'])}`,
    `⇧⌘${random.pick([...'PNZ'])}`,
    `↑ ${n}%`,
    `↓ ${n}.${n % 10}%`,
    `▲ ${n}`,
    `▼ ${n}`,
    `♥ ${n}`,
    `♡ ${n}`,
    `☆ ${n}`,
    `${a} | ${b}`,
    `| ${a}`,
    `${a} — ${b}`,
    `${a} – ${b}`,
    `${a} - ${b}`,
    `“${b} ${a.toLowerCase()}”`,
    `"${b} ${a.toLowerCase()}"`,
    `‘${b}’`,
    `‹${a}›`,
    `${a}/${b}`,
    `+ ${c} ${a.toLowerCase()}`,
    `+${n}`,
    `№ ${n}`,
    `§ ${n}`,
    `● ${a}`,
    `○ ${b}`,
    `⋮`,
    `⋯`,
    `...`,
    `…`,
    `→ ${a}`,
    `⇒ ${b}`,
    `✉ ${c}`,
    `⚠ ${b}`,
    `✎ ${c}`,
    `${a} ✗`,
    `${c} ↵`,
    `■ ${a}`,
    `□ ${a}`,
    `◆ ${b}`,
    `${c} ⌘`,
    `Sign in`,
    `Sign up`,
    `Log in`,
    `Log out`,
    `Submit`,
    `Cancel`,
    `Search…`,
    `Read more`,
    `Learn more →`,
    `Yes`,
    `No`,
    `OK`,
    `On`,
    `Off`,
    `N/A`,
    `All`,
    `I'm`,
    `It's`,
    `I`,
    `a`,
  ]);
};

const MAKERS: readonly (readonly [number, Maker])[] = [
  [4, number],
  [2, price],
  [2, date],
  [1.5, time],
  [2, code],
  [2, person],
  [2.5, contact],
  [1.5, place],
  [3, business],
  [1.5, acronym],
  [4, interfacePhrase],
];

/** What interfaces show besides prose: numbers, prices, dates, names, addresses, code, labels with symbols. */
export function token(random: Random, faker: Faker): string {
  return random.weighted(MAKERS)(random, faker);
}

/** A short number-like token to put inside prose. */
export function inlineToken(random: Random, faker: Faker): string {
  return random.weighted<Maker>([
    [4, number],
    [1, price],
    [1, date],
    [0.5, time],
    [0.7, code],
    [0.7, acronym],
    [0.5, contact],
    [1, person],
  ])(random, faker);
}
