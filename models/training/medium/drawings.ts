import type { Random } from '../pages/random.ts';

interface Ground {
  width: number;
  height: number;
  hue: number;
  /** Contour of every shape; empty for none. */
  stroke: string;
}

/** An illustration: shapes, waves, faces and plants on a flat or shaded ground, as people draw them with a vector program. */
export function drawingSvg(random: Random): string {
  const ground: Ground = {
    width: random.pick([420, 512, 640, 800, 960]),
    height: random.pick([400, 480, 512, 640]),
    hue: random.int(0, 359),
    stroke: random.chance(0.35) ? `stroke="#222" stroke-width="${random.int(2, 6)}"` : '',
  };
  const { width, height } = ground;
  const light = random.chance(0.5) ? 96 : random.int(30, 88);
  const fill = random.chance(0.4) ? `url(#ground)` : random.chance(0.3) ? '#fff' : color(random, ground, light);
  const parts = random.some(3, 12, () => random.pick(PARTS)(random, ground));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="ground" x2="0" y2="1"><stop stop-color="${color(random, ground, light)}"/><stop offset="1" stop-color="${color(random, ground, 65)}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="${fill}"/>${parts.join('')}</svg>`;
}

function color(random: Random, { hue }: Ground, light = random.int(30, 80)): string {
  return `hsl(${(hue + random.int(0, 140)) % 360} ${random.int(35, 90)}% ${light}%)`;
}

const PARTS: readonly ((random: Random, ground: Ground) => string)[] = [circle, wave, house, tree, face, blob, star];

function place(random: Random, { width, height }: Ground): { x: number; y: number; size: number } {
  return { x: random.int(0, width), y: random.int(0, height), size: random.int(20, 160) };
}

function circle(random: Random, ground: Ground): string {
  const { x, y, size } = place(random, ground);
  return `<circle cx="${x}" cy="${y}" r="${size}" fill="${color(random, ground)}" ${ground.stroke}/>`;
}

function wave(random: Random, ground: Ground): string {
  const { y, size } = place(random, ground);
  const { width, height } = ground;
  return `<path d="M0 ${y}C${width / 3} ${y - size} ${width / 2} ${y + size} ${width} ${y - size / 2}V${height}H0Z" fill="${color(random, ground)}" ${ground.stroke}/>`;
}

function house(random: Random, ground: Ground): string {
  const { x, y, size } = place(random, ground);
  return `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="${color(random, ground)}" ${ground.stroke}/><path d="M${x - 8} ${y}l${size / 2 + 8} ${-size / 2} ${size / 2 + 8} ${size / 2}z" fill="${color(random, ground)}" ${ground.stroke}/><rect x="${x + size / 3}" y="${y + size / 2}" width="${size / 4}" height="${size / 2}" fill="${color(random, ground, 25)}"/>`;
}

function tree(random: Random, ground: Ground): string {
  const { x, y, size } = place(random, ground);
  return `<rect x="${x - size / 12}" y="${y}" width="${size / 6}" height="${size}" fill="#6b4a2f"/><ellipse cx="${x}" cy="${y}" rx="${size / 2}" ry="${size / 1.6}" fill="hsl(${random.int(80, 150)} 45% ${random.int(25, 55)}%)" ${ground.stroke}/>`;
}

function face(random: Random, ground: Ground): string {
  const { x, y, size } = place(random, ground);
  const skin = random.pick(['#ffcc4d', '#f2d1b0', '#a9744f', '#6b4a35']);
  return `<circle cx="${x}" cy="${y}" r="${size}" fill="${skin}" ${ground.stroke}/><circle cx="${x - size / 3}" cy="${y - size / 5}" r="${size / 9}" fill="#333"/><circle cx="${x + size / 3}" cy="${y - size / 5}" r="${size / 9}" fill="#333"/><path d="M${x - size / 2} ${y + size / 4}Q${x} ${y + size * random.real(0.2, 0.9)} ${x + size / 2} ${y + size / 4}" fill="none" stroke="#333" stroke-width="${Math.max(2, size / 14)}"/>`;
}

function blob(random: Random, ground: Ground): string {
  const { x, y, size } = place(random, ground);
  const points = Array.from({ length: 7 }, (_, i) => {
    const [angle, radius] = [(i / 7) * 2 * Math.PI, size * random.real(0.6, 1.3)];
    return `${(x + radius * Math.cos(angle)).toFixed(0)} ${(y + radius * Math.sin(angle)).toFixed(0)}`;
  });
  return `<path d="M${points[0]}Q${points.slice(1).join(' ')}Z" fill="${color(random, ground)}" ${ground.stroke}/>`;
}

function star(random: Random, ground: Ground): string {
  const { x, y, size } = place(random, ground);
  const points = Array.from({ length: 10 }, (_, i) => {
    const [angle, radius] = [(i / 10) * 2 * Math.PI, i % 2 ? size : size / 2.4];
    return `${(x + radius * Math.sin(angle)).toFixed(0)},${(y + radius * Math.cos(angle)).toFixed(0)}`;
  });
  return `<polygon points="${points.join(' ')}" fill="${color(random, ground)}" ${ground.stroke}/>`;
}
