import { parseArgs } from 'node:util';
import type { AskCommand } from './ask.ts';
import type { ComponentCommand } from './command.ts';

const HELP = `Turns screenshots of user interfaces into components and answers questions about pictures, on this machine alone.

Usage: npm run component -- IMAGE... [options]
       npm run -s ask -- IMAGE... "QUESTION" [--json]

component:
  --target react|html  a TypeScript component with Tailwind classes, or a page with a stylesheet (react)
  --out DIR            where to: DIR/<image name>/ for each image, in the place of what an earlier
                       run left there (pixelwright-out)
  --no-verify          don't render the result to correct and check it
  --json               print what was made as JSON

ask:
  --json               print the answer, what it stands on (boxes in image pixels) and how sure that is

  --help               show this

Images: PNG, JPEG, WebP, AVIF, GIF, TIFF, SVG. Checking needs an installed Chromium, Chrome or Edge;
PIXELWRIGHT_BROWSER may name one. The exit status is 1 where an image failed, 2 for a wrong call.`;

const TARGETS = ['react', 'html'] as const;

/** A call that can't be meant; the message says what is wrong with it. */
class UsageError extends Error {}

type Command =
  { name: 'component'; command: ComponentCommand } | { name: 'ask'; command: AskCommand } | { name: 'help' };

function parse(args: string[]): Command {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        target: { type: 'string', default: 'react' },
        out: { type: 'string', default: 'pixelwright-out' },
        'no-verify': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n')[0]);
  }
  const { values, positionals } = parsed;
  if (values.help) return { name: 'help' };
  const [name, ...rest] = positionals;
  if (name === 'component') return { name, command: parseComponent(rest, values) };
  if (name === 'ask') return { name, command: parseAsk(rest, values.json) };
  throw new UsageError(`there is no command ${name ?? ''}; there are: component, ask`);
}

function parseComponent(
  images: string[],
  values: { target: string; out: string; 'no-verify': boolean; json: boolean },
): ComponentCommand {
  if (!images.length) throw new UsageError('no image is named');
  const target = TARGETS.find((name) => name === values.target);
  if (!target) throw new UsageError(`there is no target ${values.target}; there are: ${TARGETS.join(', ')}`);
  if (!values.out) throw new UsageError('--out names no folder');
  return { images, target, out: values.out, verify: !values['no-verify'], json: values.json };
}

function parseAsk(positionals: string[], json: boolean): AskCommand {
  const images = positionals.slice(0, -1);
  const question = positionals.at(-1);
  if (question === undefined) throw new UsageError('no image is named');
  if (!images.length) throw new UsageError('there is no question; it comes after the image, in quotation marks');
  return { images, question, json };
}

async function main(): Promise<number> {
  try {
    const asked = parse(process.argv.slice(2));
    if (asked.name === 'help') {
      console.log(HELP);
      return 0;
    }
    if (asked.name === 'ask') return await (await import('./ask.ts')).runAsk(asked.command);
    return await (await import('./command.ts')).runComponent(asked.command);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`pixelwright: ${error.message}. See --help.`);
    return 2;
  }
}

process.exitCode = await main();
