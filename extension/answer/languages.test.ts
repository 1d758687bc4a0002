import { expect, test } from 'vitest';
import { fromOtherLanguage } from './languages.ts';

test.each([
  ['Wo ist der Speichern-Knopf?', 'German'],
  ['Wie viele Felder gibt es?', 'German'],
  ['Où est le bouton Enregistrer ?', 'French'],
  ['Welche Farbe hat der Sign in Knopf', 'German'],
  ['¿Cuántos botones hay en la página?', 'Spanish'],
])('%s is %s', (question, language) => {
  expect(fromOtherLanguage(question)?.language).toBe(language);
});

test.each(['How many buttons are there?', 'where is la boutique', 'Save', '', 'die', '保存ボタンはどこですか'])(
  'leaves %j as it is',
  (question) => {
    expect(fromOtherLanguage(question)).toBeUndefined();
  },
);

test('puts a question into English', () => {
  expect(fromOtherLanguage('Wie viele Felder gibt es?')?.english).toBe('how many fields is there?');
  expect(fromOtherLanguage('Où est le bouton Annuler ?')?.english).toBe('where is the button annuler ?');
});
