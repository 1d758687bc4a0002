import tseslint from 'typescript-eslint';

/** The walls between rooms: which modules a folder may not reach. */
const owners = { 'onnxruntime-node': 'runtime', sharp: 'vision', vscode: 'host' };
const flow = ['runtime', 'vision', 'layout', 'codegen', 'fidelity', 'answer', 'engine', 'tools', 'cli', 'mcp', 'host'];

/** What `room` may not import because another room owns it. */
const foreign = (room) =>
  Object.entries(owners)
    .filter(([, owner]) => owner !== room)
    .map(([name, owner]) => ({ name, message: `Only extension/${owner} imports ${name}.` }));

/** `room` may not import rooms downstream of it, the webviews, nor a module that another room owns. */
function walls(room) {
  const downstream = flow.slice(flow.indexOf(room) + 1);
  return {
    files: [`extension/${room}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: foreign(room),
          patterns: [
            ...downstream.map((next) => ({
              group: [`**/${next}/**`],
              message: `extension/${room} comes before extension/${next} in the flow.`,
            })),
            { regex: '/webview/(preview|chat|shared)/', message: 'Only extension/host speaks with the webviews.' },
          ],
        },
      ],
    },
  };
}

/** Files that may import `patterns` as types only, and `banned` not at all. */
function typesOnly(files, patterns, banned = { paths: [], patterns: [] }) {
  return {
    files,
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: banned.paths,
          patterns: [...patterns.map((pattern) => ({ ...pattern, allowTypeImports: true })), ...banned.patterns],
        },
      ],
    },
  };
}

/** Tools for agents have the work done by the engine's process too; of answers they need the words. */
const toolWalls = typesOnly(
  ['extension/tools/**/*.ts', 'extension/mcp/**/*.ts'],
  [
    {
      group: ['runtime', 'vision', 'layout', 'codegen', 'fidelity', 'cli'].map((room) => `**/${room}/**`),
      message: 'Tools talk to it through the engine; import its types only.',
    },
    {
      regex: '/engine/(?!(client|protocol)\\.ts$)',
      message: "Tools reach the engine through its client and protocol; import others' types only.",
    },
  ],
);

/** The host has the work done by the engine's process: it needs what that process is made of as types only. */
const hostWalls = typesOnly(
  ['extension/main.ts', 'extension/host/**/*.ts'],
  [
    {
      group: ['runtime', 'vision', 'layout', 'codegen', 'fidelity', 'answer', 'cli', 'mcp'].map(
        (room) => `**/${room}/**`,
      ),
      message: 'The host talks to it through the engine; import its types only.',
    },
    {
      regex: '/engine/(?!(client|protocol)\\.ts$)',
      message: "The host reaches the engine through its client and protocol; import others' types only.",
    },
    { regex: '/webview/(preview|chat|shared)/', message: 'Webviews run elsewhere; import their types only.' },
  ],
  { paths: foreign('host'), patterns: [] },
);

const webviewWalls = typesOnly(
  ['webview/**/*.{ts,tsx}'],
  [{ group: ['**/extension/**'], message: 'Webviews import nothing of the extension but types.' }],
  {
    paths: ['vscode', 'sharp', 'onnxruntime-node'],
    patterns: [{ group: ['node:*'], message: 'Webviews run in a browser.' }],
  },
);

const packagingWalls = typesOnly(['packaging/**/*.ts'], [], {
  paths: [],
  patterns: [{ group: ['**/extension/**', '**/webview/**'], message: 'Packaging takes the rooms as files.' }],
});

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'out',
      'dist',
      '.cache',
      'models/training',
      'media',
      'bench/score.mjs',
      'pixelwright-out',
    ],
  },
  tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels.' },
      ],
    },
  },
  { files: ['**/*.config.*'], rules: { 'no-restricted-syntax': 'off' } },
  ...flow.filter((room) => room !== 'host').map(walls),
  toolWalls,
  hostWalls,
  webviewWalls,
  packagingWalls,
);
