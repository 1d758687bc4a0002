import type { Scene } from '../vision/scene.ts';
import type { FrameBlock, IconBlock, ImageBlock, PageBlocks, RuleBlock } from './block.ts';
import { controlNamed, controlsOf, isSame, looksLikeField, type Claims } from './controls.ts';
import { areaOf, heightOf, insideShare, near, unionOf, widthOf, type Rect } from './geometry.ts';
import { joinPieces } from './pieces.ts';
import { measure, type Line, type Measured } from './measured.ts';

/** A shape that covers this share of the page is its background. */
const WHOLE_PAGE = 0.985;
/** Share of a thing's area that must lie in a shape for it to be the shape's content. */
const CONTENT = 0.85;
const LEAST_CONFIDENCE = 0.3;

/** A frame with the lines that are directly in it, before they are made into blocks. */
export interface Container {
  frame: FrameBlock;
  lines: Line[];
}

/** Every line, control and picture in the smallest shape around it; the first container is the page. */
export function contain(scene: Scene): PageBlocks & { containers: Container[] } {
  const measured = measure(scene);
  const claims: Claims = { lines: new Set(), shapes: new Set() };
  const controls = controlsOf(measured, claims);
  const { pictures, backdrops } = picturesOf(measured, claims);
  const rules: RuleBlock[] = [];
  const root: Container = { frame: frameOf(measured.page, {}), lines: [] };
  const containers = [root];
  for (const s of measured.shapes) {
    if (claims.shapes.has(s.id) || s.confidence < LEAST_CONFIDENCE) continue;
    if (s.kind === 'rule') rules.push({ kind: 'rule', rect: s.rect, shape: s });
    else if (areaOf(s.rect) < WHOLE_PAGE * areaOf(measured.page))
      containers.push({ frame: frameOf(s.rect, s), lines: [] });
  }
  joinRules(rules);
  for (const image of backdrops) containers.push({ frame: backdropFrame(image), lines: [] });
  const lines = measured.lines.filter((l) => !claims.lines.has(l.id));
  dropDuplicates(containers);
  dropHighlights(containers, lines);
  // The smallest first, so that the first that holds a thing is the innermost.
  const inner = containers.filter((c) => c !== root).sort((a, b) => areaOf(a.frame.rect) - areaOf(b.frame.rect));
  const homeOf = (rect: Rect, share = CONTENT) => inner.find((c) => insideShare(rect, c.frame.rect) >= share) ?? root;
  for (const line of lines) homeOf(line.ink, 0.7).lines.push(line);
  for (const leaf of [...controls, ...pictures, ...rules]) homeOf(leaf.rect).frame.items.push(leaf);
  for (const c of containers)
    c.lines = joinPieces(
      c.lines,
      c.frame.items.map((b) => b.rect),
      measured.scale,
    );
  inner.forEach((c, i) => {
    const outer = inner.slice(i + 1).find((o) => insideShare(c.frame.rect, o.frame.rect) >= CONTENT) ?? root;
    outer.frame.items.push(c.frame);
  });
  giveRoles(measured, containers);
  for (const c of inner) becomeField(c, containers);
  return { measured, background: scene.background, root: root.frame, containers: [root, ...inner] };
}

function frameOf(rect: Rect, shape: FrameBlock['shape']): FrameBlock {
  return { kind: 'frame', rect, shape, items: [], overlays: [] };
}

/** Pictures and icons; those that text is written on are `backdrops`. */
function picturesOf(
  measured: Measured,
  claims: Claims,
): { pictures: (ImageBlock | IconBlock)[]; backdrops: ImageBlock[] } {
  const pictures: (ImageBlock | IconBlock)[] = [];
  const backdrops: ImageBlock[] = [];
  const known = measured.pictures.filter((p) => p.confidence >= LEAST_CONFIDENCE);
  const asElement = measured.elements.filter(
    (e) =>
      /^(image|avatar|icon|chart)$/.test(e.class) &&
      !known.some((p) => insideShare(p.rect, e.rect) > 0.5 || insideShare(e.rect, p.rect) > 0.5),
  );
  const all = [
    ...known,
    ...asElement.map((e) => ({
      ...e,
      kind: e.class as 'image' | 'icon',
      radius: undefined,
      solid: undefined,
      color: undefined,
    })),
  ];
  const images = all.filter((p) => p.kind !== 'icon').sort((a, b) => areaOf(b.rect) - areaOf(a.rect));
  for (const p of images) {
    if (pictures.some((o) => insideShare(p.rect, o.rect) > 0.9)) continue;
    const frame = measured.shapes.find((s) => s.kind !== 'rule' && isSame(s.rect, p.rect, 0.85));
    const inside = measured.lines.filter((l) => !claims.lines.has(l.id) && insideShare(l.ink, p.rect) > 0.8);
    const rect = frame?.rect ?? p.rect;
    const radius = p.radius ?? frame?.radius;
    const image: ImageBlock = {
      kind: 'image',
      rect,
      alt: '',
      ...(frame && { shape: frame }),
      ...(radius && { radius }),
      ...(p.solid && { solid: p.solid }),
    };
    if (p.kind === 'chart') {
      // What is written in a chart is part of its picture.
      image.alt = inside.map((l) => l.text).join(', ');
      for (const l of inside) claims.lines.add(l.id);
    }
    if (frame) claims.shapes.add(frame.id);
    if (p.kind !== 'chart' && inside.length) backdrops.push(image);
    else pictures.push(image);
  }
  for (const p of all) {
    if (p.kind !== 'icon' || pictures.some((o) => insideShare(p.rect, o.rect) > 0.9)) continue;
    if (p.color) pictures.push({ kind: 'icon', rect: p.rect, color: p.color });
    else pictures.push({ kind: 'image', rect: p.rect, alt: '' });
  }
  return { pictures, backdrops };
}

/** A picture with text on it is a box; one of a single colour is that box's fill, others lie under its content. */
function backdropFrame(image: ImageBlock): FrameBlock {
  const radius = image.radius && { radius: image.radius };
  if (image.solid) return frameOf(image.rect, { ...radius, fill: { kind: 'solid', color: image.solid } });
  return { ...frameOf(image.rect, { ...radius }), overlays: [image] };
}

/** Pieces of one line, as the cells of a table draw it, become one rule. */
function joinRules(rules: RuleBlock[]): void {
  rules.sort((a, b) => a.rect.top - b.rect.top || a.rect.left - b.rect.left);
  for (let i = 0; i + 1 < rules.length;) {
    const [a, b] = [rules[i]!.rect, rules[i + 1]!.rect];
    const flat = heightOf(a) <= widthOf(a) && heightOf(b) <= widthOf(b);
    const meet = near(a.top, b.top, 0.6) && near(a.bottom, b.bottom, 0.6) && b.left - a.right <= 1.5;
    if (!flat || !meet) i++;
    else rules.splice(i, 2, { ...rules[i]!, rect: unionOf([a, b]) });
  }
}

/** One shape found twice is one frame that has what either was seen to have. */
function dropDuplicates(containers: Container[]): void {
  for (let i = 1; i < containers.length; i++) {
    const twin = containers.findIndex((c, j) => j > i && isSame(c.frame.rect, containers[i]!.frame.rect, 0.97));
    if (twin < 0) continue;
    const [kept, other] = [containers[i]!.frame, containers[twin]!.frame];
    kept.shape = { ...kept.shape, ...other.shape };
    kept.overlays.push(...other.overlays);
    containers.splice(twin, 1);
    i--;
  }
}

/** A shape that lies behind a part of a line and holds no line of its own marks some words; it isn't a box. */
function dropHighlights(containers: Container[], lines: Line[]): void {
  for (let i = containers.length - 1; i > 0; i--) {
    const rect = containers[i]!.frame.rect;
    if (lines.some((l) => insideShare(l.ink, rect) >= 0.7)) continue;
    if (lines.some((l) => insideShare(rect, l.rect) > 0.6 && widthOf(rect) > heightOf(l.rect) * 0.8))
      containers.splice(i, 1);
  }
}

/** A frame that looks like a field and holds nothing but its hint is replaced by a control. */
function becomeField(container: Container, containers: Container[]): void {
  const { frame, lines } = container;
  if (
    frame.items.some((b) => b.kind !== 'icon' && b.kind !== 'image') ||
    frame.overlays.length ||
    frame.role === 'badge'
  )
    return;
  const framed = Object.keys(frame.shape.border ?? {}).length >= 3;
  const control = looksLikeField(frame.rect, lines, framed);
  const home = control && containers.find((c) => c.frame.items.includes(frame));
  if (!control || !home || frame.items.length) return;
  const shape = {
    id: '',
    kind: 'rectangle' as const,
    box: { x: 0, y: 0, width: 0, height: 0 },
    confidence: 1,
    ...frame.shape,
  };
  home.frame.items[home.frame.items.indexOf(frame)] = {
    kind: 'control',
    rect: frame.rect,
    control: controlNamed(control, lines),
    shape,
    lines,
  };
  container.lines = [];
}

const ROLE = {
  button: 'button',
  card: 'card',
  dialog: 'dialog',
  navigation: 'navigation',
  badge: 'badge',
  tab: 'tab',
} as const;

/** Elements that are neither controls nor pictures say what a frame is for; a button without a frame is its text. */
function giveRoles(measured: Measured, [root, ...inner]: Container[]): void {
  const lines = [root, ...inner].flatMap((c) => c?.lines ?? []);
  const named = measured.elements
    .filter((e) => e.class in ROLE && e.confidence >= 0.5)
    .sort((a, b) => a.confidence - b.confidence);
  for (const e of named) {
    const role = ROLE[e.class as keyof typeof ROLE];
    const frame = inner.find((c) => isSame(c.frame.rect, e.rect, 0.7))?.frame;
    if (frame) {
      frame.role = role;
      frame.state = { ...(e.state.selected && { selected: true }), ...(e.state.disabled && { disabled: true }) };
    } else if (role === 'button') {
      for (const l of lines) if (insideShare(l.ink, e.rect) > 0.8) l.isButton = true;
    }
  }
}
