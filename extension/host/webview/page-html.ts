export interface PageParts {
  /** Addresses of the bundle's script and style sheet. */
  script: string;
  style: string;
  /** `webview.cspSource` */
  source: string;
  nonce: string;
  /** BCP 47 */
  language: string;
  title: string;
  /** Plain JSON. */
  setup: unknown;
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The HTML of a webview's page: no inline code, nothing from elsewhere. The nonce lets in style elements too: those of a
 * sandboxed `srcdoc` frame, which inherits this policy.
 */
export function pageHtml({ script, style, source, nonce, language, title, setup }: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'nonce-${nonce}'`,
    `font-src ${source}`,
    `img-src ${source} blob: data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${escape(style)}">
</head>
<body data-setup="${escape(JSON.stringify(setup))}">
<main id="root"></main>
<script type="module" nonce="${nonce}" src="${escape(script)}"></script>
</body>
</html>
`;
}
