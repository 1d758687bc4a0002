import type { Box } from './scene.ts';
import type { Maps } from './pixels.ts';

/** Mean probability of a channel over a box (image pixels), 0 where the box has no cell. */
export function meanIn(maps: Maps, channel: string, box: Box): number {
  const cell = maps.stride * maps.scale;
  const x0 = Math.max(0, Math.floor(box.x / cell));
  const y0 = Math.max(0, Math.floor(box.y / cell));
  const x1 = Math.min(maps.width, Math.max(x0 + 1, Math.round((box.x + box.width) / cell)));
  const y1 = Math.min(maps.height, Math.max(y0 + 1, Math.round((box.y + box.height) / cell)));
  const values = maps.channel(channel);
  let sum = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += values[y * maps.width + x]!;
  return x1 > x0 && y1 > y0 ? sum / ((x1 - x0) * (y1 - y0)) : 0;
}
