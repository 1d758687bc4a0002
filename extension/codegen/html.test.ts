import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import type { Design } from '../layout/design.ts';
import { FIXTURES, iconsOf } from './fixtures/all.ts';
import { column, control, design, edges, fill, hug, row, run, solid, text } from './fixtures/build.ts';
import { HOSTILE } from './fixtures/hostile.ts';
import { generate, type GenerateOptions } from './generate.ts';

async function page(from: Design, options: GenerateOptions = {}): Promise<{ html: string; css: string }> {
  const files = await generate(from, 'html', { icons: iconsOf(from), ...options });
  const textOf = (path: string): string =>
    files.flatMap((file) => (file.path === path && 'text' in file ? [file.text] : []))[0]!;
  return { html: textOf('index.html'), css: textOf('styles.css') };
}

/** Text content as a browser would have it, white space as it is in the source. */
const textContent = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');

describe.each(Object.keys(FIXTURES))('html of %s', (name) => {
  it('is stable: same bytes again, and Prettier leaves it alone', async () => {
    const { html, css } = await page(FIXTURES[name]!());
    expect(await page(FIXTURES[name]!())).toEqual({ html, css });
    const options = { printWidth: 100, singleQuote: true, htmlWhitespaceSensitivity: 'css' } as const;
    expect(await format(css, { parser: 'css', ...options })).toBe(css);
    expect(await format(html, { parser: 'html', ...options })).toBe(html);
  });

  it('has a rule for every class, a class for every rule, and no styles within', async () => {
    const { html, css } = await page(FIXTURES[name]!());
    const used = new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap((match) => match[1]!.split(' ')));
    const ruled = new Set([...css.matchAll(/\.([a-z][a-z0-9-]*)/g)].map((match) => match[1]!));
    expect([...used].filter((each) => !ruled.has(each))).toEqual([]);
    expect([...ruled].filter((each) => !used.has(each))).toEqual([]);
    expect(html).not.toMatch(/ style=/);
  });

  it('ties every label to a control, and names every control', async () => {
    const { html } = await page(FIXTURES[name]!());
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/ for="([^"]*)"/g)) expect(ids).toContain(id);
    for (const [tag] of html.matchAll(/<(input|select|textarea|progress)\b[^>]*>/g))
      expect(tag).toMatch(/ (id|aria-label)="[^"]/);
  });
});

describe('html', () => {
  it('shares one class among equal things and a base among nearly equal ones', async () => {
    const { html } = await page(FIXTURES['dashboard']!());
    expect(html.match(/class="stat-card stat-card-[a-z-]+"/g)).toHaveLength(4);
    expect(html.match(/class="nav-link nav-link-current"/g)).toHaveLength(1);
    expect(html.match(/class="stat-card-value"/g)).toHaveLength(4);
  });

  it('is made of the elements that it is about', async () => {
    const { html } = await page(FIXTURES['dashboard']!());
    for (const tag of ['aside', 'nav', 'main', 'header', 'section', 'table', 'thead', 'th', 'h1', 'h2', 'button'])
      expect(html).toContain(`<${tag}`);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html).toContain('aria-current="page"');
  });

  it('makes the root the main where nothing else is a landmark', async () => {
    const { html } = await page(FIXTURES['login']!());
    expect(html.match(/<main/g)).toHaveLength(1);
  });

  it('keeps the white space between runs', async () => {
    const { html } = await page(
      design(
        'Runs',
        column(0, [
          text('p', [run('a'), run('b', 'strong'), run(' c '), run('d', 'em'), run(',e')], {}, { width: fill }),
        ]),
      ),
    );
    expect(html.replace(/\s*\n\s*/g, '')).toMatch(/>a<strong[^>]*>b<\/strong>\s?c <em[^>]*>d<\/em>,e</);
  });

  it('folds a box and its only text, and marks both', async () => {
    const button = row(0, [text('span', 'Go')], {
      tag: 'button',
      width: hug,
      padding: edges(8),
      fill: solid('#112233'),
    });
    const { html } = await page(design('Fold', column(0, [button])), { mark: true });
    expect(html).toMatch(
      new RegExp(`<button[^>]*data-node="${button.id} ${button.children[0]!.id}"[^>]*>\\s*Go\\s*</button>`),
    );
    expect((await page(design('Fold', column(0, [button])))).html).not.toContain('data-node');
  });

  it('never nests what HTML would take apart', async () => {
    const inner = text('a', 'inner');
    const { html } = await page(
      design('Nest', column(0, [row(0, [inner, text('button', 'x')], { tag: 'a', label: 'outer' })])),
    );
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).not.toContain('<button');
  });

  it('takes a value that a type forbids as text', async () => {
    const { html } = await page(design('Values', column(0, [control('date', 'When', { value: 'tomorrow' })])));
    expect(html).toMatch(/type="text"[^>]*value="tomorrow"/s);
  });

  it('writes hostile texts as data', async () => {
    const { html } = await page(FIXTURES['hostile']!());
    expect(html).not.toContain('<script');
    const whole = textContent(html).replace(/\s+/g, ' ');
    for (const each of HOSTILE) expect(whole).toContain(each.replace(/\s+/g, ' '));
    expect(html).toContain('dir="rtl"');
  });
});
