import { encodePng, loadPicture } from '../vision/decode.ts';
import type { Pixels } from '../vision/pixels.ts';
import type { Scene } from '../vision/scene.ts';
import { compare } from './compare.ts';
import { findDifference } from './difference.ts';
import type { PageFiles, Renderer } from './render.ts';
import type { ReportCheck } from './report-check.ts';

export interface Verified extends ReportCheck {
  /** Families that the page asks for and that aren't installed here: it is shown in others. */
  missingFonts: string[];
}

/** Renders a page and compares it with the screenshot that `scene` was made from. Throws what rendering throws. */
export async function verify(
  renderer: Renderer,
  page: { files: PageFiles; entry: string },
  { scene, pixels }: { scene: Scene; pixels: Pixels },
): Promise<Verified> {
  const layout = await renderer.layOut(page.files, page.entry);
  const png = await renderer.photograph();
  const { pixels: photograph } = await loadPicture(png);
  const { picture, regions } = findDifference(pixels, photograph);
  return {
    photograph: png,
    difference: await encodePng(picture),
    size: { width: photograph.width, height: photograph.height },
    regions,
    fidelity: compare(scene, pixels, layout.lines, photograph),
    missingFonts: layout.missingFonts,
    ...(layout.narrow ? { narrow: layout.narrow } : {}),
  };
}
