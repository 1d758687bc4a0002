import type { Box, Picture, Shape } from './scene.ts';
import type { Maps } from './pixels.ts';
import { hexColor } from './packed.ts';
import { roundRadius } from './radius.ts';
import type { TextArea } from './segment.ts';
import type { Geometry } from './shapes.ts';
import { sharedArea } from './content.ts';
import { findBullets } from './bullets.ts';
import { dashedFrame } from './dashes.ts';
import { findBlots } from './inkblots.ts';
import type { Blot } from './inkblots.ts';
import { meanIn } from './evidence.ts';

/** CSS pixels: icons lie between these; smaller are bullets, larger are images. */
const MIN_ICON = 7;
const MAX_ICON = 64;
/** CSS pixels: a flat block stands for an image from this size on. */
const MIN_SOLID = 14;
/** CSS pixels: round pictures of people are no larger as a rule. */
const MAX_AVATAR = 160;
/** Levels between a placeholder's strongest and weakest channel: greys are panels. */
const VIVID = 90;
/** Longer than this many times its other side, a flat block is a bar. */
const MAX_ASPECT = 8;
/** Share of an icon's pixels of one colour: the rest are its blended edges. */
const ONE_COLOR = 0.3;
/** Share of its box that a picture fills at least, if there is text in the box. */
const HOLLOW = 0.3;
/** Coarse colours in an icon of one colour: its shade, the ground's, and blends between. */
const FEW_COLORS = 14;

interface Found {
  pictures: Picture[];
  /** Shapes that only patches show: dashed frames, and bullets. */
  frames: Shape[];
}

/**
 * Pictures: patches that no shape or text explains (photographs, illustrations, logos, icons), and flat blocks without
 * content that stand for images. `maps`: the detector's view, where there is one.
 */
export function findPictures(geometry: Geometry, text: readonly TextArea[], scale = 1, maps?: Maps): Found {
  const patches = findBlots(geometry, scale);
  const joined = joinOverlapping(patches.filter((b) => !isText(b, text, maps)));
  const { frame: hollow = [], patch: blots = [] } = Object.groupBy(joined, (b) =>
    isFrame(b, text) ? 'frame' : 'patch',
  );
  const pieces = iconsOfPieces(geometry.shapes, scale);
  const candidates = [
    ...pieces,
    ...blots.map((b) => fromBlot(b, geometry, scale, maps)),
    ...placeholders(geometry, [...text, ...patches], scale, maps),
  ];
  const pictures = outermost(candidates.filter((p) => p !== undefined)).map((p, i) => ({ ...p, id: `p${i}` }));
  const frames = hollow.map((b) => dashedFrame(b, scale)).filter((f) => f !== undefined);
  const found = [...frames, ...findBullets(patches, text, scale)];
  return { pictures, frames: found.map((shape, i) => ({ ...shape, id: `f${i}` })) };
}

/** Drops the shapes that are parts of pictures: what lies within one, or is one itself. */
export function withoutPictured(shapes: readonly Shape[], pictures: readonly Picture[]): Shape[] {
  const gone = new Set<string>();
  for (const shape of shapes) {
    if (pictures.some((p) => (p.solid ? same(p.box, shape.box) : isPart(shape.box, p.box)))) gone.add(shape.id);
  }
  const parents = new Map(shapes.map((s) => [s.id, s.parent]));
  return shapes
    .filter((s) => !gone.has(s.id))
    .map((s) => {
      let parent = s.parent;
      while (parent && gone.has(parent)) parent = parents.get(parent);
      return parent === s.parent ? s : { ...s, parent };
    });
}

/** Whether a patch is what is left of a line of text, or text that wasn't measured but that the network sees. */
function isText({ box }: Blot, text: readonly TextArea[], maps?: Maps): boolean {
  if (maps && meanIn(maps, 'text', box) > 0.35 && meanIn(maps, 'icon', box) < 0.3) return true;
  return text.some((t) => sharedArea(box, grow(t.box, 2)) >= box.width * box.height * 0.6);
}

/** A patch that fills little of its box and has text in it is what is left of a frame: a dashed border, a shadow's ring. */
function isFrame({ box, area }: Blot, text: readonly TextArea[]): boolean {
  return area < HOLLOW * box.width * box.height && text.some((t) => coveredBy(t.box, box));
}

function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function coveredBy(inner: Box, outer: Box): boolean {
  return sharedArea(inner, grow(outer, 2)) >= inner.width * inner.height * 0.95;
}

/** Whether a shape belongs to a picture: it lies in it, and isn't what the picture lies on. */
function isPart(shape: Box, picture: Box): boolean {
  return coveredBy(shape, picture) && shape.width * shape.height <= picture.width * picture.height * 1.05;
}

function same(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.width - b.width) + Math.abs(a.height - b.height) <= 4;
}

/** Patches whose boxes meet are one picture: a chart's line and its bars, a figure's limbs. */
function joinOverlapping(blots: Blot[]): Blot[] {
  const joined: Blot[] = [];
  for (let blot of [...blots].sort((a, b) => b.area - a.area)) {
    for (let i = 0; i < joined.length;) {
      if (sharedArea(joined[i]!.box, grow(blot.box, 1)) === 0) {
        i++;
        continue;
      }
      blot = merge(joined[i]!, blot);
      joined.splice(i, 1);
      i = 0;
    }
    joined.push(blot);
  }
  return joined;
}

function merge(a: Blot, b: Blot): Blot {
  const x = Math.min(a.box.x, b.box.x);
  const y = Math.min(a.box.y, b.box.y);
  const width = Math.max(a.box.x + a.box.width, b.box.x + b.box.width) - x;
  const height = Math.max(a.box.y + a.box.height, b.box.y + b.box.height) - y;
  const larger = a.area >= b.area ? a : b;
  return {
    ...larger,
    box: { x, y, width, height },
    area: a.area + b.area,
    colors: Math.max(a.colors, b.colors),
    share: (larger.share * larger.area) / (a.area + b.area),
  };
}

function fromBlot(blot: Blot, geometry: Geometry, scale: number, maps?: Maps): Picture | undefined {
  const { box } = blot;
  const [width, height] = [box.width / scale, box.height / scale];
  if (Math.max(width, height) < MIN_ICON || Math.min(width, height) < 3) return undefined;
  if (Math.max(width, height) <= MAX_ICON && !(blot.colors > FEW_COLORS * 2 && Math.min(width, height) > 24)) {
    const plain = blot.colors <= FEW_COLORS && blot.share >= ONE_COLOR;
    return {
      id: '',
      kind: 'icon',
      box: withParts(box, geometry),
      ...(plain && { color: hexColor(blot.color) }),
      confidence: 0.7,
    };
  }
  // Long thin leftovers are dashed lines and text that wasn't found.
  if (Math.max(width, height) > MAX_ASPECT * Math.min(width, height) && Math.min(width, height) < 24) return undefined;
  const round =
    Math.abs(width - height) <= 2 && !blot.corners && width <= MAX_AVATAR && blot.area > box.width * box.height * 0.55;
  if (round) return { id: '', kind: 'avatar', box, radius: roundRadius(box, scale), confidence: 0.8 };
  const chart = maps ? meanIn(maps, 'chart', box) > meanIn(maps, 'image', box) : false;
  return { id: '', kind: chart ? 'chart' : 'image', box, confidence: blot.colors > FEW_COLORS ? 0.85 : 0.6 };
}

/** An icon's box with the small solid shapes that belong to it. */
function withParts(box: Box, { shapes }: Geometry): Box {
  let whole = box;
  for (const { box: part } of shapes) {
    if (Math.max(part.width, part.height) > box.width * 1.2 + 8 || Math.max(part.width, part.height) > 40) continue;
    // What holds all of it is what it lies on.
    if (sharedArea(grow(whole, 3), part) > 0 && !coveredBy(box, part)) whole = hull(whole, part);
  }
  return whole;
}

function hull(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** CSS pixels: pieces of an icon are no larger, and no further apart. */
const MAX_PIECE = 34;
const PIECE_GAP = 6;

/** Icons that are drawn with bars and blocks alone: a menu's three lines, a grid's four squares. */
function iconsOfPieces(shapes: readonly Shape[], scale: number): Picture[] {
  const pieces = shapes.filter(
    (s) =>
      s.kind !== 'ellipse' &&
      s.fill?.kind === 'solid' &&
      !s.border &&
      Math.max(s.box.width, s.box.height) <= MAX_PIECE * scale,
  );
  const clusters: Shape[][] = [];
  for (const piece of pieces) {
    const near = clusters.filter((c) =>
      c.some(
        (s) =>
          s.parent === piece.parent &&
          colorOfFill(s) === colorOfFill(piece) &&
          sharedArea(grow(s.box, PIECE_GAP * scale), piece.box) > 0,
      ),
    );
    const joined = [piece, ...near.flat()];
    for (const c of near) clusters.splice(clusters.indexOf(c), 1);
    clusters.push(joined);
  }
  return clusters.flatMap((cluster) => {
    const box = cluster.map((s) => s.box).reduce(hull);
    const [width, height] = [box.width / scale, box.height / scale];
    if (
      cluster.length < 2 ||
      Math.max(width, height) > MAX_PIECE * 1.5 ||
      Math.max(width, height) > 2 * Math.min(width, height)
    )
      return [];
    return [{ id: '', kind: 'icon', box, color: colorOfFill(cluster[0]!), confidence: 0.7 } satisfies Picture];
  });
}

function colorOfFill({ fill }: Shape): string {
  return fill?.kind === 'solid' ? fill.color : '';
}

/** Flat blocks that stand for images. */
function placeholders(
  { shapes, regions }: Geometry,
  content: readonly { box: Box }[],
  scale: number,
  maps?: Maps,
): (Picture | undefined)[] {
  const found = shapes.map((shape) => {
    const empty = !shapes.some((s) => s.parent === shape.id) && !content.some((c) => sharedArea(c.box, shape.box) > 0);
    const parent = shapes.find((s) => s.id === shape.parent);
    return !isFilling(shape, parent) && isPlaceholder(shape, empty, scale, regions.width, maps) ? shape : undefined;
  });
  // A page draws all its missing images in one colour: then larger ones with something on them are too.
  const colors = new Set(
    found.filter((s) => s?.kind === 'rectangle').map((s) => (s?.fill?.kind === 'solid' ? s.fill.color : '')),
  );
  return shapes.map((shape, i) => {
    if (shape.kind === 'rule' || shape.fill?.kind !== 'solid' || isPartlyBordered(shape)) return undefined;
    const color = shape.fill.color;
    const large = shape.box.width * shape.box.height > 20_000 * scale * scale;
    // A flat circle may be decoration: it is a picture of someone where the page's pictures are so coloured.
    const counts = shape.kind === 'ellipse' ? found[i] && (maps || colors.has(color)) : found[i];
    if (!counts && !(large && colors.has(color))) return undefined;
    const round = shape.kind === 'ellipse' && shape.box.width <= MAX_AVATAR * scale;
    const radius = shape.kind === 'ellipse' ? roundRadius(shape.box, scale) : shape.radius;
    return {
      id: '',
      kind: round ? 'avatar' : 'image',
      box: paddingBox(shape, scale),
      solid: color,
      ...(radius && { radius }),
      confidence: found[i] ? 0.7 : 0.6,
    };
  });
}

function isPartlyBordered({ border }: Shape): boolean {
  return border !== undefined && Object.values(border).filter(Boolean).length < 4;
}

/** A box less its border, which stays a shape's. */
function paddingBox({ box, border }: Shape, scale: number): Box {
  const [top, right, bottom, left] = [border?.top, border?.right, border?.bottom, border?.left].map((s) =>
    Math.round((s?.width ?? 0) * scale),
  ) as [number, number, number, number];
  return { x: box.x + left, y: box.y + top, width: box.width - left - right, height: box.height - top - bottom };
}

/** Whether a shape is the filled part of a bar. */
function isFilling({ box }: Shape, parent: Shape | undefined): boolean {
  return !!parent && parent.box.width >= 3 * parent.box.height && parent.box.height - box.height <= 4;
}

function isPlaceholder(shape: Shape, empty: boolean, scale: number, pageWidth: number, maps?: Maps): boolean {
  const { box, fill } = shape;
  if (!empty || shape.kind === 'rule' || fill?.kind !== 'solid' || isPartlyBordered(shape)) return false;
  const [short, long] = [Math.min(box.width, box.height) / scale, Math.max(box.width, box.height) / scale];
  if (short < MIN_SOLID) return false;
  if (maps && meanIn(maps, 'image', box) > 0.5) return true;
  if (long > MAX_ASPECT * short || (box.width >= pageWidth * 0.98 && short < 120)) return false;
  const channels = [1, 3, 5].map((i) => parseInt(fill.color.slice(i, i + 2), 16));
  return Math.max(...channels) - Math.min(...channels) >= VIVID;
}

/** Leaves out pictures that lie in others; the patches of a placeholder's corners and the like. */
function outermost(pictures: Picture[]): Picture[] {
  const sorted = [...pictures].sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
  const kept: Picture[] = [];
  for (const p of sorted) if (!kept.some((k) => !k.solid && coveredBy(p.box, k.box))) kept.push(p);
  return kept;
}
