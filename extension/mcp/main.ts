/**
 * The MCP server: `npm run mcp`, or `node dist/mcp/main.mjs` of the installed extension. Speaks on stdin and stdout until stdin is
 * closed, logs to stderr; the work is done by an engine's process of its own, which may crash without ending this one.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { EngineClient } from '../engine/client.ts';
import { makeServer } from './server.ts';
import { usualStorage } from './storage.ts';

const HELP = `Pixelwright's MCP server: tools for agents to describe, ask about, search and compare images, and to turn
screenshots into components. It speaks the Model Context Protocol on stdin and stdout.

Usage: node main.mjs [--storage DIR]

  --storage DIR  where what was seen in images is kept, so that it need not be seen again
  --help         show this

Relative paths of images are taken from the folder that it is started in.`;

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** Beside this file's folder; in source and in the package alike. */
const ENGINE = path.join(import.meta.dirname, `../engine/main${path.extname(import.meta.filename)}`);
/** The engine's code needs it. */
const OLDEST_NODE = 22;
const CACHE_BYTES = 256 * 2 ** 20;
/** Milliseconds without a call after which the engine's process ends; the next call starts another. */
const IDLE = 10 * 60_000;

function log(line: string): void {
  process.stderr.write(`pixelwright: ${line}\n`);
}

function serve(storage: string): void {
  const engine = new EngineClient({
    entry: ENGINE,
    engine: { device: 'auto', storage, cacheBytes: CACHE_BYTES },
    idle: IDLE,
    log,
  });
  engine.onCrash(log);
  const stop = () => {
    engine.dispose();
    process.exit(0);
  };
  process.stdin.once('end', stop).once('close', stop);
  process.stdout.once('error', stop);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  serveStdio(() => makeServer(version, engine, process.cwd()), { onerror: (error) => log(error.message) });
  if (process.stdin.isTTY) log(`waits for a client on stdin. To use it, give this to one: ${clientConfiguration()}`);
}

/** As clients take it. */
function clientConfiguration(): string {
  const server = { command: 'node', args: [import.meta.filename] };
  return JSON.stringify({ mcpServers: { pixelwright: server } });
}

function main(): number {
  if (parseInt(process.versions.node, 10) < OLDEST_NODE) {
    log(`Node ${OLDEST_NODE} or later is needed, and this is ${process.version}. Start it with a later one.`);
    return 2;
  }
  let options;
  try {
    options = parseArgs({ options: { storage: { type: 'string' }, help: { type: 'boolean', short: 'h' } } }).values;
  } catch (error) {
    log(`${(error as Error).message.split('\n')[0]}. See --help.`);
    return 2;
  }
  if (options.help) console.log(HELP);
  else serve(path.resolve(options.storage ?? usualStorage()));
  return 0;
}

process.exitCode = main();
