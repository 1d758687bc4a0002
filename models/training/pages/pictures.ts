import type { Random } from './random.ts';

/** A picture as the source of an `<img>`: a data URI of procedural SVG, of the given size in CSS pixels. */
export function pictureSource(random: Random, width: number, height: number): string {
  const kind = random.weighted({ flat: 0.3, photo: 0.4, shapes: 0.15, scene: 0.15 });
  const draw = { flat: flatPicture, photo: photoLike, shapes: illustration, scene: landscape }[kind];
  return svgUri(width, height, draw(random, width, height));
}

export function svgUri(width: number, height: number, body: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${body}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

export function randomColor(random: Random): string {
  return `hsl(${random.int(0, 359)} ${random.int(0, 100)}% ${random.int(8, 92)}%)`;
}

/** A placeholder: one colour, now and then the plain blue or grey that tools put in a picture's place. */
function flatPicture(random: Random): string {
  const color = random.chance(0.4)
    ? random.pick(['#00f', '#0000ff', '#ccc', '#ddd', '#eee', '#888', '#000', '#36c', '#e0e0e0', '#1e40af', '#f00', '#0a0'])
    : randomColor(random);
  return `<rect width="100%" height="100%" fill="${color}"/>`;
}

/** Smooth blobs of light with grain, as an unsharp photograph. */
function photoLike(random: Random, width: number, height: number): string {
  const hue = random.int(0, 359);
  const stops = random.some(3, 9, (i) => {
    const color = `hsl(${(hue + random.int(-50, 50) + 360) % 360} ${random.int(10, 70)}% ${random.int(10, 85)}%)`;
    const r = random.real(0.15, 0.6) * Math.max(width, height);
    const at = `cx="${random.real(0, width).toFixed(0)}" cy="${random.real(0, height).toFixed(0)}"`;
    return random.chance(0.75)
      ? `<radialGradient id="g${i}"><stop stop-color="${color}"/><stop offset="1" stop-color="${color}" stop-opacity="0"/></radialGradient><ellipse ${at} rx="${r.toFixed(0)}" ry="${(r * random.real(0.4, 1.2)).toFixed(0)}" fill="url(#g${i})"/>`
      : `<ellipse ${at} rx="${(r * 0.4).toFixed(0)}" ry="${(r * random.real(0.1, 0.6)).toFixed(0)}" fill="${color}" transform="rotate(${random.int(-40, 40)} ${width / 2} ${height / 2})"/>`;
  });
  const frequency = random.pick(['0.9', '0.4', '0.08', '0.02', '0.01 0.2']);
  const grain = random.chance(0.7)
    ? `<filter id="n"><feTurbulence type="${random.pick(['fractalNoise', 'turbulence'])}" baseFrequency="${frequency}" numOctaves="${random.int(1, 4)}" seed="${random.int(1, 999)}"/><feColorMatrix type="${random.pick(['saturate', 'matrix'])}" ${'values="0.6"'}/></filter><rect width="100%" height="100%" filter="url(#n)" opacity="${random.real(0.1, 0.7).toFixed(2)}"/>`.replace('type="matrix" values="0.6"', 'type="saturate" values="1"')
    : '';
  return `<rect width="100%" height="100%" fill="hsl(${hue} 30% ${random.int(15, 80)}%)"/>${stops.join('')}${grain}`;
}

/** Flat shapes, as in illustrations and logos; the ground may be clear. */
function illustration(random: Random, width: number, height: number): string {
  const ground = random.chance(0.5) ? `<rect width="100%" height="100%" fill="${randomColor(random)}"/>` : '';
  const shapes = random.some(4, 14, () => {
    const [x, y] = [random.real(0, width * 0.9), random.real(0, height * 0.9)];
    const [w, h] = [random.real(0.08, 0.5) * width, random.real(0.08, 0.5) * height];
    const paint = random.chance(0.8) ? `fill="${randomColor(random)}"` : `fill="none" stroke="${randomColor(random)}" stroke-width="${random.int(1, 8)}"`;
    return random.pick([
      `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${random.int(0, 12)}" ${paint}/>`,
      `<ellipse cx="${x}" cy="${y}" rx="${w / 2}" ry="${h / 2}" ${paint}/>`,
      `<path d="M${x} ${y}q${w / 2} ${-h} ${w} 0t${w / 2} ${h / 2}z" ${paint}/>`,
      `<polygon points="${x},${y + h} ${x + w / 2},${y} ${x + w},${y + h}" ${paint}/>`,
    ]);
  });
  return ground + shapes.join('');
}

/** Sky, hills and a sun. */
function landscape(random: Random, width: number, height: number): string {
  const hills = random.some(2, 5, (i) => {
    const y = height * (0.4 + 0.12 * i);
    const points = Array.from({ length: 9 }, (_, k) => `${(k * width) / 8},${(y + random.real(-0.12, 0.12) * height).toFixed(0)}`);
    return `<polygon points="0,${height} ${points.join(' ')} ${width},${height}" fill="hsl(${random.int(60, 220)} ${random.int(15, 60)}% ${random.int(15, 60)}%)"/>`;
  });
  const sun = `<circle cx="${random.real(0, width).toFixed(0)}" cy="${(height * 0.25).toFixed(0)}" r="${(height * 0.09).toFixed(0)}" fill="#fff6d0"/>`;
  return `<linearGradient id="s" x2="0" y2="1"><stop stop-color="hsl(${random.int(180, 260)} 60% ${random.int(30, 80)}%)"/><stop offset="1" stop-color="hsl(${random.int(10, 60)} 70% 80%)"/></linearGradient><rect width="100%" height="100%" fill="url(#s)"/>${sun}${hills.join('')}`;
}
