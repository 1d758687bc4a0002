import type { Kit } from './kit.ts';
import { randomColor } from './pictures.ts';

/** A chart as SVG with axes, marks and a legend, `width` by `height` CSS pixels. */
export function chart(kit: Kit, width: number, height: number): string {
  const kind = kit.random.weighted({ line: 3, bar: 3, donut: 2, spark: 1 });
  const body = { line: lineChart, bar: barChart, donut: donutChart, spark: sparkline }[kind](kit, width, height);
  return `<svg data-class="chart" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" style="max-width:100%;display:block" font-size="${kit.random.int(9, 12)}" fill="${kit.theme.muted}">${body}</svg>`;
}

function colorOf(kit: Kit, index: number): string {
  return index === 0 ? kit.theme.accent : randomColor(kit.random);
}

function axes(kit: Kit, width: number, height: number, names: string[]): string {
  const rows = kit.random.int(3, 6);
  const top = kit.random.int(5, 400) * rows;
  const dashes = kit.random.pick(['', '', '2 2', '4 4', '1 3']);
  const prefix = kit.random.pick(['', '', '$', '€']);
  const horizontal = Array.from({ length: rows + 1 }, (_, i) => {
    const y = 10 + (i * (height - 34)) / rows;
    const value = Math.round(top * (1 - i / rows)).toLocaleString('en');
    return `<path d="M40 ${y}H${width - 6}" stroke="${kit.theme.line}" stroke-dasharray="${dashes}"/><text x="36" y="${y + 4}" text-anchor="end">${prefix}${value}</text>`;
  });
  const labels = names.map((name, i) => `<text x="${40 + ((i + 0.5) * (width - 46)) / names.length}" y="${height - 8}" text-anchor="middle">${name}</text>`);
  return horizontal.join('') + labels.join('');
}

function months(kit: Kit, count: number): string[] {
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const first = kit.random.int(0, 11);
  return Array.from({ length: count }, (_, i) => names[(first + i) % 12] ?? '');
}

function lineChart(kit: Kit, width: number, height: number): string {
  const count = kit.random.int(4, Math.max(5, Math.min(12, Math.floor(width / 45))));
  const lines = kit.random.some(1, 3, (k) => {
    const points = Array.from({ length: count }, (_, i) => `${(40 + ((i + 0.5) * (width - 46)) / count).toFixed(0)},${kit.random.real(14, height - 30).toFixed(0)}`);
    const color = colorOf(kit, k);
    const smooth = kit.random.chance(0.5);
    const area = kit.random.chance(0.3) ? `<polygon points="40,${height - 24} ${points.join(' ')} ${width - 6},${height - 24}" fill="${color}" opacity=".15"/>` : '';
    const dots = kit.random.chance(0.4) ? points.map((p) => `<circle cx="${p.split(',')[0]}" cy="${p.split(',')[1]}" r="3" fill="${color}"/>`).join('') : '';
    return `${area}${smooth ? curve(points, color) : `<polyline points="${points.join(' ')}" fill="none" stroke="${color}" stroke-width="${kit.random.int(1, 3)}"/>`}${dots}`;
  });
  return axes(kit, width, height, months(kit, count)) + lines.join('');
}

/** A smooth line through the points: horizontal tangents at each. */
function curve(points: string[], color: string): string {
  const at = points.map((point) => point.split(',').map(Number) as [number, number]);
  const parts = at.slice(1).map(([x, y], i) => {
    const [fromX, fromY] = at[i] ?? [x, y];
    const middle = (fromX + x) / 2;
    return `C${middle} ${fromY} ${middle} ${y} ${x} ${y}`;
  });
  return `<path d="M${at[0]?.join(' ') ?? '0 0'}${parts.join('')}" fill="none" stroke="${color}" stroke-width="3"/>`;
}

function barChart(kit: Kit, width: number, height: number): string {
  const count = kit.random.int(3, Math.max(4, Math.min(12, Math.floor(width / 40))));
  const step = (width - 46) / count;
  const color = colorOf(kit, kit.random.int(0, 1));
  const bars = Array.from({ length: count }, (_, i) => {
    const h = kit.random.real(8, height - 40);
    return `<rect x="${(42 + i * step + step * 0.15).toFixed(0)}" y="${(height - 24 - h).toFixed(0)}" width="${(step * 0.6).toFixed(0)}" height="${h.toFixed(0)}" fill="${color}" rx="${kit.random.pick([0, 2])}"/>`;
  });
  return axes(kit, width, height, months(kit, count)) + bars.join('');
}

function donutChart(kit: Kit, width: number, height: number): string {
  const r = Math.min(width, height) * 0.36;
  const length = 2 * Math.PI * r;
  let from = 0;
  const thick = kit.random.chance(0.3) ? r : r * kit.random.real(0.2, 0.5);
  const arcs = kit.random.some(2, 5, (i) => {
    const part = kit.random.real(0.1, 0.35);
    const arc = `<circle cx="${width / 2}" cy="${height / 2}" r="${r - thick / 2}" fill="none" stroke="${colorOf(kit, i)}" stroke-width="${thick}" stroke-dasharray="${part * length} ${length}" stroke-dashoffset="${-from * length}"/>`;
    from += part;
    return arc;
  });
  return arcs.join('') + (kit.random.chance(0.4) && thick < r * 0.6 ? `<text x="${width / 2}" y="${height / 2 + 5}" text-anchor="middle" font-size="16">${kit.random.int(1, 99)}%</text>` : '');
}

function sparkline(kit: Kit, width: number, height: number): string {
  const points = Array.from({ length: 14 }, (_, i) => `${((i * width) / 13).toFixed(0)},${kit.random.real(4, height - 4).toFixed(0)}`);
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${kit.theme.accent}" stroke-width="2"/>`;
}
