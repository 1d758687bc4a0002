import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The system's fonts less those that are only measured with. */
const FONTCONFIG = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><selectfont><rejectfont>
${['Liberation*', 'DejaVu*', 'Arimo', 'Tinos', 'Cousine', 'Bitstream*'].map((f) => `<pattern><patelt name="family"><string>${f}</string></patelt></pattern>`).join('')}
<glob>*/liberation*/*</glob><glob>*/dejavu/*</glob></rejectfont></selectfont></fontconfig>`;

/** Chromium as bench/ runs it, but blind to the fonts that are held out. */
export async function openBrowser(): Promise<Browser> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'sheets-')), 'fonts.conf');
  writeFileSync(file, FONTCONFIG);
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS, env: { ...process.env, FONTCONFIG_FILE: file } });
}
