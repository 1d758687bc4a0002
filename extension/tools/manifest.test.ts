import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inputSchema, TOOLS } from './all.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  contributes: { languageModelTools: Record<string, unknown>[] };
};

test('the manifest contributes these tools, as they are', () => {
  const contributed = contributes.languageModelTools.map(({ name, modelDescription, inputSchema }) => ({
    name,
    modelDescription,
    inputSchema,
  }));
  expect(contributed).toEqual(
    TOOLS.map((tool) => ({
      name: `pixelwright_${tool.name}`,
      modelDescription: tool.description,
      inputSchema: inputSchema(tool),
    })),
  );
});
