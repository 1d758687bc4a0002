import { createVSIX } from '@vscode/vsce';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Packages one of the extensions beside this file. @returns the path of its .vsix */
export async function packCompanion(name: string): Promise<string> {
  const packagePath = path.join(mkdtempSync(path.join(tmpdir(), 'pixelwright-companion-')), `${name}.vsix`);
  await createVSIX({
    cwd: path.join(import.meta.dirname, name),
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  return packagePath;
}
