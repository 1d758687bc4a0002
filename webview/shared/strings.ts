/** Puts values into a translated text in the place of `{0}`, `{1}`, as `vscode.l10n.t` does. */
export function fill(text: string, ...values: (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}
