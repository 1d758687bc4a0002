import { l10n } from 'vscode';
import { chooseTarget } from '../component/choose-target.ts';
import { openPreview } from '../preview/open-preview.ts';
import type { Services } from '../services.ts';
import type { ComponentMaker } from './grant-wish.ts';
import type { PictureFiles } from './picture-files.ts';

/** Makes components of the chat's pictures in the preview. */
export function componentMaker(services: Services, pictures: PictureFiles): ComponentMaker {
  return {
    async make({ sha256, name }, region) {
      const bytes = await pictures.read(sha256);
      if (!bytes) throw new Error(l10n.t('This picture is not kept any more.'));
      const target = await chooseTarget(services, undefined);
      if (!target) return false;
      await openPreview(services, { image: { name, bytes }, target, ...(region ? { region } : {}) });
      return true;
    },
    say({ name }, at, region, isMade) {
      if (!isMade) return [{ kind: 'text', text: l10n.t('No component was made.') }];
      const of = region ? l10n.t('this part of {0}', name) : name;
      const [before = '', after = ''] = l10n.t('The component of {0} is in the preview beside.', '\0').split('\0');
      return [
        { kind: 'text', text: before },
        { kind: 'fact', text: of, picture: at, boxes: region ? [region] : [], confidence: 1 },
        { kind: 'text', text: after },
      ];
    },
  };
}
