/** What a Vite project has around one component, so that the folder runs by itself: `npm install && npm run dev`. */
import { NARROW, type Element } from './element.ts';
import { fontStack } from './fonts.ts';
import { narrowBase } from './stylesheet.ts';
import { COLOR, type Tokens } from './tokens.ts';

export function projectFiles(
  name: string,
  title: string,
  language: string,
): { path: string; text: string; parser: string }[] {
  const page = `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
</head>
<body>
<div id="root"></div>
<script type="module" src="/main.tsx"></script>
</body>
</html>`;
  const main = `import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ${name} } from './${name}';
import './index.css';

createRoot(document.getElementById('root')!).render(<StrictMode><${name} /></StrictMode>);`;
  const config = `import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({ plugins: [react(), tailwindcss()] });`;
  return [
    { path: 'index.html', text: page, parser: 'html' },
    { path: 'main.tsx', text: main, parser: 'typescript' },
    { path: 'vite.config.ts', text: config, parser: 'typescript' },
    { path: 'package.json', text: JSON.stringify(PACKAGE), parser: 'json' },
    { path: 'tsconfig.json', text: JSON.stringify(TSCONFIG), parser: 'json' },
  ];
}

const PACKAGE = {
  private: true,
  type: 'module',
  scripts: { dev: 'vite', build: 'tsc --noEmit && vite build' },
  dependencies: { react: '^19.0.0', 'react-dom': '^19.0.0' },
  devDependencies: {
    '@tailwindcss/vite': '^4.1.0',
    '@types/react': '^19.0.0',
    '@types/react-dom': '^19.0.0',
    '@vitejs/plugin-react': '^6.0.0',
    tailwindcss: '^4.1.0',
    typescript: '^5.9.0',
    vite: '^8.0.0',
  },
};

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    types: ['vite/client'],
    jsx: 'react-jsx',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  },
};

/** Tailwind with the page's colours and families as its theme, and what all elements of the page share. */
export function themeCss({ colors, fonts }: Tokens, body: Element): string {
  const theme = [
    ...[...colors].map(([color, name]) => `--color-${name}: ${color};`),
    ...[...fonts].map(([family, name]) => `--font-${name}: ${fontStack(family)};`),
  ];
  const ground = body.style.get('background-color')?.replace(COLOR, (color) => `var(--color-${colors.get(color)})`);
  const base = [
    ...(ground ? [`body { background-color: ${ground}; }`] : []),
    'button { cursor: pointer; }',
    `@media (width <= ${NARROW}px) { ${narrowBase(body).join(' ')} }`,
  ];
  return `@import 'tailwindcss';\n\n@theme {\n${theme.join('\n')}\n}\n\n@layer base {\n${base.join('\n\n')}\n}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
