import * as vscode from 'vscode';
import type { PreviewSetup } from '../../../webview/preview/messages.ts';
import { showPage } from '../webview/page.ts';
import { isState, PreviewPanel } from './panel.ts';
import { keepPicture } from './pictures.ts';
import type { PreviewRequest } from './request.ts';
import type { Services } from '../services.ts';
import { previewStrings } from './strings.ts';
import { TARGETS, targetName } from './targets.ts';

const VIEW_TYPE = 'pixelwright.preview';

/** By address of their picture, and the part of it. */
const open = new Map<string, { preview: PreviewPanel; panel: vscode.WebviewPanel }>();

function fillPage(panel: vscode.WebviewPanel, { extensionUri }: Services): void {
  const setup: PreviewSetup = {
    strings: previewStrings(),
    targets: TARGETS.map((id) => ({ id, name: targetName(id) })),
  };
  showPage(panel.webview, extensionUri, { name: 'preview', title: 'Pixelwright', setup });
}

/** Notes a panel under its picture's address, for as long as it is open. */
function note(key: string, panel: vscode.WebviewPanel, preview: PreviewPanel): void {
  open.set(key, { preview, panel });
  panel.onDidDispose(() => open.get(key)?.preview === preview && open.delete(key));
}

/** Where other previews are, else beside what a person is at. */
function columnFor(): vscode.ViewColumn {
  const columns = [...open.values()].map(({ panel }) => panel.viewColumn);
  return columns.find((column) => column !== undefined) ?? vscode.ViewColumn.Beside;
}

/** Opens the preview of a picture, or shows the one that is open. Throws FileSystemError where the picture can't be kept. */
export async function openPreview(services: Services, request: PreviewRequest): Promise<void> {
  const { image, target, region } = request;
  const isNowhere = image !== 'clipboard' && 'bytes' in image;
  const picture =
    image === 'clipboard' ? undefined : isNowhere ? await keepPicture(services.storage, image.bytes) : image;
  const key = `${picture}${region ? `#${region.x},${region.y},${region.width},${region.height}` : ''}`;
  const known = picture && !request.chooseRegion && open.get(key);
  if (known) return known.preview.reveal();
  const name = !picture ? vscode.l10n.t('Pasted picture') : isNowhere ? image.name : picture.path.split('/').at(-1)!;
  const panel = vscode.window.createWebviewPanel(VIEW_TYPE, name, columnFor(), {
    retainContextWhenHidden: true,
  });
  const preview = new PreviewPanel(panel, services, {
    name,
    wish: { target, corrections: {}, ...(region ? { region } : {}) },
    asksRegion: request.chooseRegion ?? false,
    ...(picture ? { picture } : {}),
  });
  if (picture) note(key, panel, preview);
  fillPage(panel, services);
  preview.start();
}

/** Brings previews back after the window was reloaded. */
export function registerPreview(services: Services): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
    async deserializeWebviewPanel(panel, state: unknown) {
      if (!isState(state)) return panel.dispose();
      const { image, name, ...wish } = state;
      const picture = vscode.Uri.parse(image);
      const preview = new PreviewPanel(panel, services, { picture, name, wish, asksRegion: false });
      note(image, panel, preview);
      fillPage(panel, services);
      preview.start();
    },
  });
}
