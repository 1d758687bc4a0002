import { expect, test } from 'vitest';
import { targetOfLanguage, targetOfProject } from './project-target.ts';

test('takes the target from the language', () => {
  expect(targetOfLanguage('typescriptreact')).toBe('react');
  expect(targetOfLanguage('html')).toBe('html');
  expect(targetOfLanguage('python')).toBeUndefined();
});

test('takes the target from package.json, and leaves it open where that says nothing', () => {
  expect(targetOfProject('{"dependencies": {"react": "^19"}}')).toBe('react');
  expect(targetOfProject('{"devDependencies": {"next": "16"}}')).toBe('react');
  for (const open of ['{"dependencies": {"vue": "3"}}', '{}', 'null', '{ "depen', undefined])
    expect(targetOfProject(open)).toBeUndefined();
});
