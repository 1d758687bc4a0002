import type { Browser } from 'playwright-core';

/** What would do harm if it were taken for more than text. */
export const HOSTILE_TEXTS = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror=alert(1)>',
  '[Sign in](command:workbench.action.quit)',
  '${process.exit(1)}',
  '*/ } </style> {"{"}',
];

/** Names that a file can have and no code should trust. */
export const HOSTILE_NAME = `![a](command:workbench.action.quit) <img src=x onerror=alert(1)> $(touch pwned) 'b' & \`c\`.png`;

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A screenshot of a form that holds the texts, as PNG. */
export async function pictureOf(browser: Browser, texts: readonly string[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 800, height: 90 * texts.length + 120 } });
  const buttons = texts.map((text) => `<p>${escape(text)}</p><button>Send</button>`).join('');
  await page.setContent(
    `<style>body { font: 20px "Liberation Sans"; margin: 40px } p { margin: 0 0 8px } button { margin-bottom: 24px }</style>${buttons}`,
  );
  const picture = await page.screenshot();
  await page.close();
  return picture;
}
