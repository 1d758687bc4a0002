import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePng, loadPicture, PictureError } from './decode.ts';
import { colorAt } from './pixels.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'decode-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** 40 x 20, left half red, right half blue. */
function twoHalves() {
  const left = { create: { width: 20, height: 20, channels: 3, background: '#ff0000' } } as const;
  return sharp({ create: { width: 40, height: 20, channels: 3, background: '#0000ff' } }).composite([
    { input: left, left: 0, top: 0 },
  ]);
}

function noise(width: number, height: number) {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 7919) % 251);
  return sharp(data, { raw: { width, height, channels: 3 } });
}

describe('loadPicture', () => {
  it.each(['png', 'jpeg', 'webp', 'avif', 'gif', 'tiff'] as const)('reads %s', async (format) => {
    const content = await twoHalves().toFormat(format, { quality: 95 }).toBuffer();
    const picture = await loadPicture(content);
    expect(picture.format).toBe(format);
    expect([picture.pixels.width, picture.pixels.height]).toEqual([40, 20]);
    const [red, green, blue] = colorAt(picture.pixels, 5, 10);
    expect(red).toBeGreaterThan(245);
    expect(green).toBeLessThan(10);
    expect(blue).toBeLessThan(10);
    expect(picture.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('turns by the EXIF orientation', async () => {
    const { pixels } = await loadPicture(await twoHalves().withMetadata({ orientation: 6 }).png().toBuffer());
    expect([pixels.width, pixels.height]).toEqual([20, 40]);
    expect(colorAt(pixels, 10, 5)).toEqual([255, 0, 0]);
  });

  it('brings CMYK, 16 bits, grey and palettes to 8-bit RGB', async () => {
    const cmyk = await loadPicture(await twoHalves().toColourspace('cmyk').jpeg().toBuffer());
    expect(colorAt(cmyk.pixels, 5, 5)[0]).toBeGreaterThan(200);
    expect(colorAt(cmyk.pixels, 5, 5)[2]).toBeLessThan(80);
    const deep = await loadPicture(await twoHalves().toColourspace('rgb16').png().toBuffer());
    expect(colorAt(deep.pixels, 5, 5)).toEqual([255, 0, 0]);
    const grey = sharp({ create: { width: 10, height: 10, channels: 3, background: '#808080' } });
    for (const space of ['b-w', 'grey16'])
      expect(
        colorAt((await loadPicture(await grey.clone().toColourspace(space).png().toBuffer())).pixels, 5, 5),
      ).toEqual([128, 128, 128]);
    const palette = await loadPicture(await twoHalves().png({ palette: true }).toBuffer());
    expect(colorAt(palette.pixels, 35, 5)).toEqual([0, 0, 255]);
  });

  it('lays what is see-through on white, and light drawings on dark', async () => {
    const clear = (color: string) =>
      sharp({ create: { width: 40, height: 40, channels: 4, background: '#0000' } })
        .composite([{ input: { create: { width: 10, height: 10, channels: 4, background: color } }, left: 0, top: 0 }])
        .png()
        .toBuffer();
    expect(colorAt((await loadPicture(await clear('#222'))).pixels, 30, 30)).toEqual([255, 255, 255]);
    expect(colorAt((await loadPicture(await clear('#fff'))).pixels, 30, 30)).toEqual([24, 24, 24]);
    const half = sharp({
      create: { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
    });
    expect(colorAt((await loadPicture(await half.clone().png().toBuffer())).pixels, 5, 5)[0]).toBeCloseTo(127, -1);
    const grey = await half.clone().toColourspace('b-w').png().toBuffer();
    expect(colorAt((await loadPicture(grey)).pixels, 5, 5)[0]).toBeCloseTo(127, -1);
  });

  it('takes the first frame of an animation', async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 16, height: 16, channels: 3, background } })
        .png()
        .toBuffer();
    const frames = sharp([await frame('#00ff00'), await frame('#ff0000')], { join: { animated: true } });
    for (const content of [
      await frames.clone().gif().toBuffer(),
      await frames.clone().webp({ lossless: true }).toBuffer(),
    ]) {
      const { pixels } = await loadPicture(content);
      expect(pixels.height).toBe(16);
      expect(colorAt(pixels, 8, 8)).toEqual([0, 255, 0]);
    }
  });

  it('renders an SVG without its scripts and files', async () => {
    await writeFile(join(folder, 'secret.png'), await noise(16, 16).png().toBuffer());
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xi="http://www.w3.org/2001/XInclude" width="32" height="16">
      <script>document.documentElement.remove()</script><rect width="32" height="16" fill="#008000"/>
      <style>@import url("file://${folder}/x.css"); rect { background: url(http://127.0.0.1:9/x) }</style>
      <image href="file://${folder}/secret.png" width="16" height="16"/><image href="secret.png" x="16" width="16" height="16"/>
      <xi:include href="secret.txt" parse="text"/></svg>`;
    const path = join(folder, 'hostile.svg');
    await writeFile(path, svg);
    const { pixels, format } = await loadPicture(path);
    expect(format).toBe('svg');
    for (let i = 0; i < pixels.data.length; i += 3) expect([...pixels.data.subarray(i, i + 3)]).toEqual([0, 128, 0]);
  });

  it('says what is wrong in one line', async () => {
    const png = await noise(64, 64).png().toBuffer();
    const jpeg = await noise(64, 64).jpeg().toBuffer();
    const locked = join(folder, 'locked.png');
    await writeFile(locked, png);
    await chmod(locked, 0);
    await writeFile(join(folder, 'secret.txt'), 'secret');
    const entitySvg = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e SYSTEM "file://${folder}/secret.txt">]>
      <svg xmlns="http://www.w3.org/2000/svg" width="32" height="16"><text y="12">&e;</text></svg>`;
    const root = process.getuid?.() === 0;
    const cases: [string | Uint8Array, RegExp][] = [
      [new Uint8Array(0), /empty \(0 bytes\)/],
      [new TextEncoder().encode('hello, this is not a picture'), /isn't a picture/],
      [new TextEncoder().encode('BM this would be a bitmap'), /BMP.*PNG/],
      [png.subarray(0, png.length >> 1), /cut short/],
      [jpeg.subarray(0, jpeg.length >> 1), /cut short/],
      [await noise(1, 1).png().toBuffer(), /too small.*1 x 1/],
      [pngHeader(30_001, 30_001), /too large \(30001 x 30001/],
      [pngHeader(20_000, 20_000), /too large/],
      [new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="99999" height="99999"/>'), /too large/],
      [new TextEncoder().encode(entitySvg), /SVG.*can't be drawn/],
      [join(folder, 'missing.png'), /doesn't exist/],
      [folder, /is a folder/],
      ...(root ? [] : [[locked, /permissions/] as [string, RegExp]]),
    ];
    for (const [input, message] of cases) {
      const error: unknown = await loadPicture(input).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(PictureError);
      expect((error as PictureError).message).toMatch(message);
      expect((error as PictureError).message).not.toContain('\n');
    }
  });

  it('encodes a part as PNG', async () => {
    const { pixels } = await loadPicture(await twoHalves().png().toBuffer());
    const part = await loadPicture(await encodePng(pixels, { x: 18, y: 2, width: 10, height: 8 }));
    expect([part.pixels.width, part.pixels.height]).toEqual([10, 8]);
    expect(colorAt(part.pixels, 1, 0)).toEqual([255, 0, 0]);
    expect(colorAt(part.pixels, 2, 0)).toEqual([0, 0, 255]);
  });
});

/** A PNG that claims a size: signature, header, and a little data. */
function pngHeader(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const result = Buffer.alloc(body.length + 8);
  result.writeUInt32BE(data.length, 0);
  result.set(body, 4);
  result.writeUInt32BE(crc32(body), body.length + 4);
  return result;
}

function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
