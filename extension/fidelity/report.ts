import { createHash } from 'node:crypto';
import { pngDataUri } from '../codegen/data-uri.ts';
import type { Scene } from '../vision/scene.ts';
import { html, Markup } from './markup.ts';
import { reportScript, reportStyle } from './report-assets.ts';
import { checked, figures, unionSize } from './report-check.ts';
import type { ReportCheck } from './report-check.ts';
import { percent } from './report-parts.ts';
import type { PictureId, Size } from './report-parts.ts';
import { doubts, seen } from './report-scene.ts';

/** What a report is made of. Pictures are encoded PNGs. */
export interface ReportInput {
  /** What the picture shows, or its file's name. */
  title: string;
  target: string;
  scene: Scene;
  screenshot: Uint8Array;
  /** Milliseconds by stage, in order. */
  times: Record<string, number>;
  warnings: readonly string[];
  /** The check against the screenshot, or one sentence that says why there is none. */
  check: ReportCheck | string;
}

/** What tells a report of ours from any other page. */
export const REPORT_MARK = '<meta name="generator" content="Pixelwright" />';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function timing(times: Record<string, number>): Markup {
  const entries = Object.entries(times);
  const total = entries.reduce((sum, [, ms]) => sum + ms, 0);
  return html`<section>
    <h2>Time</h2>
    <table class="times">
      ${entries.map(
        ([stage, ms]) =>
          html`<tr>
            <th scope="row">${stage}</th>
            <td>${Math.round(ms)} ms</td>
            <td><meter min="0" max="${Math.ceil(total) || 1}" value="${Math.round(ms)}"></meter></td>
          </tr>`,
      )}
      <tr>
        <th scope="row">all</th>
        <td>${Math.round(total)} ms</td>
        <td></td>
      </tr>
    </table>
  </section>`;
}

function pictures(input: ReportInput): Markup {
  const embed = (id: PictureId, png: Uint8Array, size: Size) =>
    html`<image id="${id}" href="${pngDataUri(png)}" width="${size.width}" height="${size.height}" />`;
  const { check, scene } = input;
  if (typeof check === 'string')
    return html`<svg class="store"><defs>${embed('screenshot', input.screenshot, scene.image)}</defs></svg>`;
  const larger = unionSize(scene.image, check.size);
  return html`<svg class="store">
    <defs>
      ${embed('screenshot', input.screenshot, scene.image)} ${embed('photograph', check.photograph, check.size)}
      ${embed('difference', check.difference, larger)}
    </defs>
  </svg>`;
}

/**
 * One HTML file that holds everything, its pictures too: it needs no network and runs no script but the slider's, which its
 * content security policy names by hash. All text from the picture is escaped.
 */
export function makeReport(input: ReportInput): string {
  const { check, scene } = input;
  const policy = `default-src 'none'; img-src data:; style-src ${hashOf(reportStyle)}; script-src ${hashOf(reportScript)}; base-uri 'none'; form-action 'none'`;
  const size = `${scene.image.width} × ${scene.image.height} px${scene.scale === 1 ? '' : `, ${scene.scale} to a CSS pixel`}`;
  // Whole elements: white space of a template in between would change what the hashes cover.
  const style = new Markup(`<style>${reportStyle}</style>`);
  const script = new Markup(`<script>${reportScript}</script>`);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${new Markup(REPORT_MARK)}
        <title>${input.title}: report</title>
        ${style}
      </head>
      <body>
        ${pictures(input)}
        <header>
          <div>
            <h1>${input.title}</h1>
            <p>
              ${size}, as ${input.target}. ${scene.lines.length} lines of text, ${scene.elements.length} elements,
              ${scene.pictures.length} pictures.
            </p>
          </div>
          ${typeof check !== 'string' && html`<p class="final"><strong>${percent(check.fidelity.final)}</strong>like the screenshot</p>`}
        </header>
        <main>
          ${typeof check === 'string' ? html`<p class="warning">${check}</p>` : figures(check)}
          ${input.warnings.map((warning) => html`<p class="warning">${warning}</p>`)}
          ${typeof check !== 'string' && checked(check, scene)} ${seen(scene)} ${doubts(scene)} ${timing(input.times)}
        </main>
        ${script}
      </body>
    </html>`;
  return page.text;
}
