import { expect, test } from 'vitest';
import { importedAs } from './image-place.ts';
import { imagesIn } from './images.ts';
import { altEdit, escapedAlt } from './write.ts';

/** The text with `ALT` as alternative text of each image that lacks one. */
function filled(text: string, language: string): string {
  const edits = imagesIn(text, language)
    .filter(({ alt }) => alt !== 'written')
    .map((place) => altEdit(place, 'ALT'));
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: put }) => result.slice(0, start) + put + result.slice(end), text);
}

const sources = (text: string, language: string) => imagesIn(text, language).map(({ source }) => source);

test('fills HTML, whatever the way tags are written', () => {
  expect(filled(`<p>it's <img src="a.png"> <IMG SRC=b.png ALT=""></p>`, 'html')).toBe(
    `<p>it's <img src="a.png" alt="ALT"> <IMG SRC=b.png alt="ALT"></p>`,
  );
  expect(filled(`<img\n    class="x > y"\n    src="a.png"\n    width=3\n/>`, 'html')).toBe(
    `<img\n    class="x > y"\n    src="a.png"\n    alt="ALT"\n    width=3\n/>`,
  );
  expect(filled(`<img alt src='a.png'>`, 'html')).toBe(`<img alt="ALT" src='a.png'>`);
});

test.each([
  [`<!-- <img src="a.png"> --><script>'<img src="a.png">'</script>`, 'html'],
  [`<img src="a.png" alt="A chart"><img src="a.png" [alt]="words"><img src="a.png" role="presentation">`, 'html'],
  [`<img src="a.png" alt="" aria-hidden="true">`, 'html'],
  ['`![](a.png)`\n\n```html\n<img src="a.png">\n```\n\n    ![](a.png)\n', 'markdown'],
  [`<template><img :src="a" :alt="b"><img v-bind="all" src="a.png"></template>`, 'vue'],
  [`<img {src} {alt} /><img {...all} src="a.png" /><img src="a.png" alt={words > 2 ? "a" : '}'} />`, 'svelte'],
  [
    `const a = <><img src="a.png" alt={words} /><img src="a.png" {...all} /></>; const b = "<img src='a.png'>";`,
    'typescriptreact',
  ],
  [`const less = a <img && img > 2; // <img src="a.png">`, 'typescriptreact'],
])('leaves alone what has a text or shows no image: %s', (text, language) => {
  expect(filled(text, language)).toBe(text);
});

test('fills Markdown: inline, by reference, and HTML in it', () => {
  expect(
    filled(`![](a.png "t") ![ ](<b c.png>) ![][id]\n\n[id]: d.png\n\n<p>\n<img src="e.png"></p>\n`, 'markdown'),
  ).toBe(`![ALT](a.png "t") ![ALT](<b c.png>) ![ALT][id]\n\n[id]: d.png\n\n<p>\n<img src="e.png" alt="ALT"></p>\n`);
  expect(sources(`![](<b c.png>) ![][Id]\n\n[id]: d.png`, 'markdown')).toEqual([
    { text: 'b c.png' },
    { text: 'd.png' },
  ]);
});

test('fills JSX, also among generics, apostrophes and comments', () => {
  const text = `const f = <T,>(x: T) => (
  <div title="it's">
    don't {/* <img src="no.png" /> */}
    <img
      src={logo}
      alt={""}
    />
    <Image src={require('./b.png')} />
  </div>
);`;
  expect(filled(text, 'typescriptreact')).toBe(
    text.replace('alt={""}', 'alt="ALT"').replace(`{require('./b.png')}`, `{require('./b.png')} alt="ALT"`),
  );
  expect(sources(text, 'typescriptreact')).toEqual([{ name: 'logo' }, { text: './b.png' }]);
  expect(sources('<img src={`${base}/a.png`} />', 'javascriptreact')).toEqual([undefined]);
});

test('fills Vue and Svelte', () => {
  expect(filled(`<template>\n  <img :src="logo">\n  <img src="@/a.png" alt="">\n</template>`, 'vue')).toBe(
    `<template>\n  <img :src="logo" alt="ALT">\n  <img src="@/a.png" alt="ALT">\n</template>`,
  );
  const svelte = `<script>let a = '<img>';</script>\n{#if a > 1}<img src={logo} on:click={() => { b = "}>" }}>{/if}`;
  expect(filled(svelte, 'svelte')).toBe(svelte.replace('{logo}', '{logo} alt="ALT"'));
  expect(sources(svelte, 'svelte')).toEqual([{ name: 'logo' }]);
  expect(sources('<img {src}>', 'svelte')).toEqual([{ name: 'src' }]);
});

test('knows what a name was imported from', () => {
  expect(importedAs('logo', `import logo from "@/a.png";`)).toBe('@/a.png');
  expect(importedAs('$logo', `const $logo = require('./a.png')`)).toBe('./a.png');
  expect(importedAs('logo', `const logo = new URL('./a.png', import.meta.url).href`)).toBe('./a.png');
  expect(importedAs('logo', `const logo = load('./a.png'); import logo2 from './b.png'`)).toBeUndefined();
});

test('escapes what each syntax would take for its own', () => {
  const hostile = `]( "x' > <script> {a} \n\n\u202e & *b*`;
  expect(escapedAlt(hostile, 'html')).toBe(`]( &quot;x' &gt; &lt;script&gt; {a} &amp; *b*`);
  expect(escapedAlt(hostile, 'template')).toBe(`]( &quot;x' &gt; &lt;script&gt; &#123;a&#125; &amp; *b*`);
  expect(escapedAlt(hostile, 'markdown')).toBe(`\\]( "x' \\> \\<script\\> {a} \\& \\*b\\*`);
  const text = filled('![](a.png)', 'markdown').replace('ALT', () => escapedAlt('![x](y) [z] `c`', 'markdown'));
  expect(imagesIn(text, 'markdown')).toHaveLength(1);
});

test('copes with what is half written', () => {
  for (const language of ['html', 'vue', 'svelte', 'markdown', 'typescriptreact'])
    for (const text of ['<img src="a', '<img {', '![](', '{{{{', '<img src={`', ''])
      expect(() => imagesIn(text, language)).not.toThrow();
});

test('gives up on a text that is made to take minutes', () => {
  expect(imagesIn('<!--'.repeat(100_000), 'typescriptreact')).toEqual([]);
});

test('leaves the rest of a template alone behind a brace that is open', () => {
  expect(filled('<img src="a.png">{#if {<img src="b.png">', 'svelte')).toContain('<img src="a.png" alt="ALT">');
  expect(filled('<script>{<img src="a.png">', 'svelte')).toBe('<script>{<img src="a.png">');
});
