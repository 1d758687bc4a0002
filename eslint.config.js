import tseslint from 'typescript-eslint';

/** The walls between rooms: which modules a folder may not reach. */
const nativeOwners = { 'onnxruntime-node': 'runtime', sharp: 'vision', vscode: 'host' };
const flow = ['runtime', 'vision', 'layout', 'codegen', 'fidelity', 'answer', 'engine', 'cli'];

/** `room` may not import rooms downstream of it, nor a native module that another room owns. */
function walls(room) {
  const downstream = flow.slice(flow.indexOf(room) + 1);
  const foreign = Object.entries(nativeOwners).filter(([, owner]) => owner !== room);
  return {
    files: [`extension/${room}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: foreign.map(([name, owner]) => ({ name, message: `Only extension/${owner} imports ${name}.` })),
          patterns: downstream.map((next) => ({
            group: [`**/${next}/**`],
            message: `extension/${room} comes before extension/${next} in the flow.`,
          })),
        },
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ['node_modules', 'out', 'dist', 'models/training', 'media', 'bench/score.mjs', 'pixelwright-out'] },
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
  { files: ['*.config.*'], rules: { 'no-restricted-syntax': 'off' } },
  ...flow.map(walls),
);
