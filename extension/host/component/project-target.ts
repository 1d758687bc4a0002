import type { Target } from '../../codegen/generate.ts';

/** What a component in a file of this language can only be; by VS Code's language id. */
const OF_LANGUAGE: Record<string, Target> = {
  javascriptreact: 'react',
  typescriptreact: 'react',
  html: 'html',
};

/** Packages whose projects take React components. */
const REACT = ['react', 'next', 'gatsby', '@remix-run/react', 'preact'];

/** The target that a file's language leaves; `undefined` where it leaves several. */
export const targetOfLanguage = (language: string): Target | undefined => OF_LANGUAGE[language];

/**
 * What a project's components are written as.
 * @param manifest text of its package.json; `undefined` where it has none
 * @returns `undefined` where that is unclear: the person is asked then
 */
export function targetOfProject(manifest: string | undefined): Target | undefined {
  if (manifest === undefined) return undefined;
  let names: string[];
  try {
    const parsed = JSON.parse(manifest) as Record<string, unknown> | null;
    names = ['dependencies', 'devDependencies', 'peerDependencies'].flatMap((key) => Object.keys(parsed?.[key] ?? {}));
  } catch {
    // Half written.
    return undefined;
  }
  return REACT.some((name) => names.includes(name)) ? 'react' : undefined;
}
