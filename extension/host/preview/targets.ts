import { l10n } from 'vscode';
import type { Target } from '../../codegen/generate.ts';

/** What a component can be written as. */
export const TARGETS: readonly Target[] = ['react', 'html'];

export const targetName = (target: Target): string =>
  ({ react: l10n.t('React with Tailwind CSS'), html: l10n.t('HTML and CSS') })[target];
