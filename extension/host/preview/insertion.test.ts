import { describe, expect, it } from 'vitest';
import { insertHtml, insertReact, isTopLevel, type Insertion, type Place } from './insertion.ts';
import { htmlFolder, reactFolder, type Parts } from './parts.ts';

const picture = { path: 'assets/logo.png', content: new Uint8Array([1]) };
const card: Parts = {
  name: 'SignIn',
  code: `import logo from './assets/logo.png';\n\nexport function SignIn() {\n  return <img src={logo} alt="" />;\n}\n`,
  styles: '@theme {\n  --color-primary: #112233;\n}\n',
  pictures: [picture],
};
const page: Parts = {
  name: 'SignIn',
  code: `<!doctype html>\n<html>\n  <head>\n    <link rel="stylesheet" href="styles.css" />\n  </head>\n  <body>\n    <main>\n      <img src="assets/logo.png" />\n    </main>\n  </body>\n</html>\n`,
  styles: 'p {\n}\n',
  pictures: [picture],
};

/** The place of `|` in a text. */
function at(text: string, language: string, beside: string[] = []): Place {
  const start = text.indexOf('|');
  return { text: text.replace('|', ''), start, end: start, language, beside };
}

function applied({ edits }: Insertion, place: Place): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: own }) => text.slice(0, start) + own + text.slice(end), place.text);
}

describe('insertReact', () => {
  it('fills an empty module', () => {
    const place = at('|\n', 'typescriptreact');
    const insertion = insertReact(card, place);
    expect(applied(insertion, place)).toBe(card.code.replace('assets/', 'sign-in-assets/'));
    expect(insertion.files.map(({ path }) => path)).toEqual(['sign-in-assets/logo.png', 'sign-in.css']);
    expect(insertion.theme).toBe('sign-in.css');
  });

  it('stands between functions, its imports with the others', () => {
    const place = at("import a from 'a';\n\nexport function A() {\n  return <a />;\n}\n|", 'typescriptreact');
    expect(applied(insertReact(card, place), place)).toBe(
      "import a from 'a';\nimport logo from './sign-in-assets/logo.png';\n\nexport function A() {\n  return <a />;\n}\n\nexport function SignIn() {\n  return <img src={logo} alt=\"\" />;\n}\n",
    );
  });

  it('is an element within other markup, its module beside', () => {
    const place = at(
      "'use client';\nexport function A() {\n  return (\n    <div>\n      |\n    </div>\n  );\n}\n",
      'typescriptreact',
      ['SignIn'],
    );
    const insertion = insertReact(card, place);
    expect(applied(insertion, place)).toBe(
      "'use client';\nimport { SignIn } from './SignIn2/SignIn';\nexport function A() {\n  return (\n    <div>\n      <SignIn />\n    </div>\n  );\n}\n",
    );
    expect(insertion.files.map(({ path }) => path)).toEqual([
      'SignIn2/SignIn.tsx',
      'SignIn2/SignIn.css',
      'SignIn2/assets/logo.png',
    ]);
  });

  it('parts the first import of a module from its code', () => {
    const place = at('export const a = (\n  <p>\n    |\n  </p>\n);\n', 'typescriptreact');
    expect(applied(insertReact(card, place), place)).toMatch(/^import \{ SignIn \} from '[^']*';\n\nexport const a/);
  });

  it('takes another name where its own is in use', () => {
    const place = at("import { SignIn } from './SignIn';\n\n|\n", 'typescriptreact', ['SignIn.tsx']);
    expect(applied(insertReact(card, place), place)).toContain("import { SignIn as SignIn2 } from './SignIn/SignIn';");
  });

  it('brings no types into JavaScript', () => {
    const place = at('|', 'javascriptreact');
    expect(applied(insertReact(card, place), place)).toContain('<SignIn />');
  });

  it('is its code in a text', () => {
    const place = at('See:\n|', 'markdown');
    expect(applied(insertReact(card, place), place)).toBe(`See:\n${card.code}`);
  });
});

describe('insertHtml', () => {
  it('fills an empty page', () => {
    const place = at('|', 'html', ['sign-in.css']);
    const insertion = insertHtml(page, place);
    expect(applied(insertion, place)).toContain('href="sign-in2.css"');
    expect(applied(insertion, place)).toContain('src="sign-in-assets/logo.png"');
    expect(insertion.files.map(({ path }) => path)).toEqual(['sign-in-assets/logo.png', 'sign-in2.css']);
  });

  it("adds its body's content and a link to its styles", () => {
    const place = at('<html>\n<head>\n</head>\n<body>\n|\n</body>\n</html>\n', 'html');
    expect(applied(insertHtml(page, place), place)).toBe(
      '<html>\n<head>\n  <link rel="stylesheet" href="sign-in.css" />\n</head>\n<body>\n<main>\n  <img src="sign-in-assets/logo.png" />\n</main>\n</body>\n</html>\n',
    );
  });
});

describe('isTopLevel', () => {
  it.each([
    ['|', true],
    ["import a from 'a';\n|", true],
    ['const a = {\n  b,\n};\n\n|\n', true],
    ['export function A() {\n|\n}\n', false],
    ['export function A() {\n  return (\n|', false],
    ['const a = |;', false],
  ])('%j', (text, expected) => {
    const place = at(text, 'typescriptreact');
    expect(isTopLevel(place.text, place.start, place.end)).toBe(expected);
  });
});

it('keeps a saved component together in a folder whose name is free', () => {
  expect(reactFolder(card, ['signin']).main).toBe('SignIn2/SignIn.tsx');
  expect(htmlFolder(page, []).files.map(({ path }) => path)).toEqual([
    'sign-in/index.html',
    'sign-in/styles.css',
    'sign-in/assets/logo.png',
  ]);
});
