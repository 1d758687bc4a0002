import { describe, expect, it } from 'vitest';
import { declaredIn, importEdit, isTailwindEntry, renamesFor, renameTokens, themeOf, themeSheet } from './theme.ts';

const OURS = `@import 'tailwindcss';

@theme {
  --color-primary: #112233;
  --color-primary-2: #223344;
  --font-body: Arial, sans-serif;
}

@layer base {
  body {
    background-color: var(--color-primary);
  }
}
`;

const projectOf = (css: string) => ({ declared: declaredIn(css), theme: themeOf(css) });

describe('a theme', () => {
  const own = themeOf(OURS);

  it('is what stands in @theme', () => {
    expect([...own]).toEqual([
      ['color-primary', '#112233'],
      ['color-primary-2', '#223344'],
      ['font-body', 'Arial, sans-serif'],
    ]);
  });

  it('gives way to the project where that has other values of its name', () => {
    const project = projectOf('@theme { --color-primary: red; --font-body: Arial, sans-serif; }');
    const renames = renamesFor(own, project);
    expect([...renames]).toEqual([['color-primary', 'color-primary-3']]);
    expect(themeSheet(own, project, renames)).toBe(
      '@theme {\n  --color-primary-3: #112233;\n  --color-primary-2: #223344;\n}\n',
    );
  });

  it("takes the project's own names for what is the same", () => {
    const project = projectOf('@theme inline { --color-brand: #112233; } :root { --color-primary-2: #223344; }');
    const renames = renamesFor(own, project);
    expect(renames.get('color-primary')).toBe('color-brand');
    // A variable outside of a theme makes no classes.
    expect(renames.get('color-primary-2')).toBe('color-primary-3');
    expect(themeSheet(own, project, renames)).toBe(
      '@theme {\n  --color-primary-3: #223344;\n  --font-body: Arial, sans-serif;\n}\n',
    );
  });

  it('is nothing where the project has it all', () => {
    expect(themeSheet(own, projectOf(OURS), new Map())).toBe('');
  });
});

describe('renameTokens', () => {
  const renames = new Map([
    ['color-primary', 'color-primary-3'],
    ['font-body', 'font-body-2'],
  ]);

  it('follows in classes, also in templates, data and variants', () => {
    const code = [
      '<p className="bg-primary hover:text-primary/50 max-sm:border-t-primary">',
      '<p className={`font-body shadow-[0_1px_var(--color-primary)] ${color}`}>',
      "{ color: 'text-primary', width: 'w-5' }",
    ].join('\n');
    expect(renameTokens(code, renames)).toBe(
      [
        '<p className="bg-primary-3 hover:text-primary-3/50 max-sm:border-t-primary-3">',
        '<p className={`font-body-2 shadow-[0_1px_var(--color-primary-3)] ${color}`}>',
        "{ color: 'text-primary-3', width: 'w-5' }",
      ].join('\n'),
    );
  });

  it('leaves other names and sentences alone', () => {
    const code = `<p className="bg-primary-2 text-primaries border-2" title="Use bg-primary here">`;
    expect(renameTokens(code, renames)).toBe(code);
  });
});

describe('the entry', () => {
  it('is a style sheet that imports Tailwind', () => {
    expect(isTailwindEntry('@charset \'utf-8\';\n@import "tailwindcss";\n')).toBe(true);
    expect(isTailwindEntry("@import 'tailwindcss' prefix(tw);")).toBe(true);
    expect(isTailwindEntry('/* tailwindcss */ @tailwind base;')).toBe(false);
  });

  it('takes an import behind those that it has, once', () => {
    const entry = "@import 'tailwindcss';\n@import './fonts.css';\n\nbody {}\n";
    const { offset, text } = importEdit(entry, './Card.css')!;
    expect(entry.slice(0, offset) + text + entry.slice(offset)).toBe(
      "@import 'tailwindcss';\n@import './fonts.css';\n@import './Card.css';\n\nbody {}\n",
    );
    expect(importEdit(`${entry}@import "./Card.css";`, './Card.css')).toBeUndefined();
  });

  it('gets a line of its own where the last one has no end', () => {
    expect(importEdit("@import 'tailwindcss';", './a.css')).toEqual({ offset: 22, text: "\n@import './a.css';\n" });
  });
});
