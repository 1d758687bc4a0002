/** A small React project to work in, with pictures and files that name them. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
export const sample = (name: string) => path.join(root, `media/samples/${name}.png`);

const FILES: Record<string, string> = {
  'package.json': JSON.stringify({
    name: 'shop',
    private: true,
    dependencies: { react: '^19.0.0', 'react-dom': '^19.0.0', tailwindcss: '^4.0.0' },
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: { jsx: 'react-jsx', paths: { '@/*': ['./src/*'] } },
    include: ['src'],
  }),
  'src/App.tsx': [
    `import login from '@/assets/login.png';`,
    '',
    'export function App() {',
    '  return <img src={login} className="w-full" />;',
    '}',
    '',
  ].join('\n'),
  'src/Empty.tsx': '',
  'src/styles.css': ['.hero {', "  background: url('./assets/pricing.png');", '}', ''].join('\n'),
  'docs/guide.md': ['# Guide', '', '![](../src/assets/dashboard.png)', '', 'Press the button.', ''].join('\n'),
  'index.html': ['<!doctype html>', '<title>Shop</title>', '<img src="/article.png">', ''].join('\n'),
  'tools/report.py': ['PICTURE = "../src/assets/login.png"', ''].join('\n'),
};

const PICTURES = {
  'src/assets/login.png': 'login',
  'src/assets/pricing.png': 'pricing',
  'src/assets/dashboard.png': 'dashboard',
  'public/article.png': 'article',
};

export interface Project {
  /** Absolute path. */
  readonly folder: string;
  read(name: string): string;
  write(name: string, content: string | Uint8Array): void;
}

/** A fresh project for the tests of one file. */
export function useProject(): Project {
  let folder: string;
  const write = (name: string, content: string | Uint8Array) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pixelwright-project-'));
    for (const [name, content] of Object.entries(FILES)) write(name, content);
    for (const [name, picture] of Object.entries(PICTURES)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      cpSync(sample(picture), path.join(folder, name));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    get folder() {
      return folder;
    },
    read: (name) => readFileSync(path.join(folder, name), 'utf8'),
    write,
  };
}
