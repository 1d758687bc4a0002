import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Compiles a project's files as TypeScript does, with React's types. @returns what the compiler says, nothing where all is well
 * @param files relative to the folder
 */
export function compilerErrors(folder: string, files: readonly string[]): string {
  const modules = path.join(root, 'node_modules');
  const config = path.join(folder, 'tsconfig.compiles.json');
  writeFileSync(path.join(folder, 'pictures.d.ts'), "declare module '*.png';\ndeclare module '*.css';\n");
  writeFileSync(
    config,
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        module: 'ESNext',
        moduleResolution: 'Bundler',
        jsx: 'react-jsx',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: [],
        paths: { '*': [`${modules}/@types/*`, `${modules}/*`] },
      },
      files: [...files, 'pictures.d.ts'],
    }),
  );
  const tsc = spawnSync(process.execPath, [path.join(modules, 'typescript/bin/tsc'), '-p', config], {
    encoding: 'utf8',
  });
  return tsc.stdout + tsc.stderr;
}
