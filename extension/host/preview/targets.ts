import type { Target } from '../../codegen/generate.ts';

/** What a component can be written as; names are proper ones. */
export const TARGETS: { id: Target; name: string }[] = [
  { id: 'react', name: 'React, Tailwind CSS' },
  { id: 'html', name: 'HTML, CSS' },
];
