import { parseArgs } from 'node:util';
import type { ComponentCommand } from './command.ts';

const HELP = `Turns screenshots of user interfaces into components, on this machine alone.

Usage: npm run component -- IMAGE... [options]

  --target react|html  a TypeScript component with Tailwind classes, or a page with a stylesheet (react)
  --out DIR            where to: DIR/<image name>/ for each image, in the place of what an earlier
                       run left there (pixelwright-out)
  --no-verify          don't render the result to correct and check it
  --json               print what was made as JSON
  --help               show this

Images: PNG, JPEG, WebP, AVIF, GIF, TIFF, SVG. Checking needs an installed Chromium, Chrome or Edge;
PIXELWRIGHT_BROWSER may name one. The exit status is 1 where an image failed, 2 for a wrong call.`;

const TARGETS = ['react', 'html'] as const;

/** A call that can't be meant; the message says what is wrong with it. */
class UsageError extends Error {}

function parse(args: string[]): ComponentCommand | 'help' {
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
  if (values.help) return 'help';
  const [command, ...images] = positionals;
  if (command !== 'component') throw new UsageError(`there is no command ${command ?? ''}; there is: component`);
  if (!images.length) throw new UsageError('no image is named');
  const target = TARGETS.find((name) => name === values.target);
  if (!target) throw new UsageError(`there is no target ${values.target}; there are: ${TARGETS.join(', ')}`);
  if (!values.out) throw new UsageError('--out names no folder');
  return { images, target, out: values.out, verify: !values['no-verify'], json: values.json };
}

async function main(): Promise<number> {
  try {
    const command = parse(process.argv.slice(2));
    if (command === 'help') {
      console.log(HELP);
      return 0;
    }
    const { runComponent } = await import('./command.ts');
    return await runComponent(command);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`pixelwright: ${error.message}. See --help.`);
    return 2;
  }
}

process.exitCode = await main();
