/** Without a plural's or a verb's ending, and `e-mail` as `email`. */
export function stem(word: string): string {
  const bare = word.replace(/['-]/g, '');
  if (bare.length > 4 && bare.endsWith('ies')) return `${bare.slice(0, -3)}y`;
  if (bare.length > 4 && /(sh|ch|x|ss)es$/.test(bare)) return bare.slice(0, -2);
  if (bare.length > 3 && bare.endsWith('s') && !/(ss|us|is)$/.test(bare)) return bare.slice(0, -1);
  return bare;
}
