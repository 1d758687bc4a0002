/** One of the editor's own icons, by its name in https://microsoft.github.io/vscode-codicons. Says nothing to a screen reader. */
export function Icon({ name, spin = false }: { name: string; spin?: boolean }) {
  return <span class={`codicon codicon-${name}${spin ? ' codicon-modifier-spin' : ''}`} aria-hidden="true" />;
}
