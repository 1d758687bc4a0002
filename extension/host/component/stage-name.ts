import { l10n } from 'vscode';
import type { Stage } from '../../engine/component.ts';

/** What the engine is doing, for a person. */
export const stageName = (stage: Stage): string =>
  ({
    decode: l10n.t('Opening the picture'),
    detect: l10n.t('Looking for elements'),
    read: l10n.t('Reading the text'),
    measure: l10n.t('Measuring colours and sizes'),
    layout: l10n.t('Working out the layout'),
    generate: l10n.t('Writing the code'),
    verify: l10n.t('Comparing with the screenshot'),
  })[stage];
