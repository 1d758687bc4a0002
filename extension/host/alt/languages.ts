/** Languages that have alternative texts, by VS Code's id, with the endings of their files. */
const ENDINGS: Record<string, string[]> = {
  markdown: ['md', 'markdown'],
  html: ['html', 'htm'],
  javascriptreact: ['jsx'],
  typescriptreact: ['tsx'],
  vue: ['vue'],
  svelte: ['svelte'],
};

export const ALT_LANGUAGES = Object.keys(ENDINGS);
export const ALT_ENDINGS = Object.values(ENDINGS).flat();

/** The language of a file by its name, where it has alternative texts. */
export const languageOfFile = (path: string): string | undefined =>
  ALT_LANGUAGES.find((language) => ENDINGS[language]!.some((ending) => path.toLowerCase().endsWith(`.${ending}`)));
