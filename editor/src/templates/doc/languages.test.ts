import { describe, expect, test } from 'vitest';
import { createDocStore } from './doc-store.ts';
import { docOf, isFilled, isSame, languagesOf, showing, toSave, withLanguage, withoutShown } from './languages.ts';

const JA = { name: 'n', subject: 'ja', mjml: '<ja>', language: 'ja', main: 'ja', others: {} };

describe('a mail in several languages', () => {
  const both = { ...withLanguage(JA, 'en'), subject: 'en', mjml: '<en>' };
  test('a language begins as a copy, and each keeps its own words', () => {
    expect(withLanguage(JA, 'en')).toMatchObject({ language: 'en', subject: 'ja', mjml: '<ja>' });
    expect(showing(both, 'ja')).toMatchObject({ language: 'ja', subject: 'ja', mjml: '<ja>' });
    expect(showing(showing(both, 'ja'), 'en')).toEqual(both);
    expect(showing(both, 'fr')).toBe(both);
    expect(languagesOf(both)).toEqual(['ja', 'en']);
  });
  test('is saved the same, whichever is shown', () => {
    const saved = {
      name: 'n',
      subject: 'ja',
      mjml: '<ja>',
      language: 'ja',
      variants: { en: { subject: 'en', mjml: '<en>' } },
    };
    expect(toSave(both)).toEqual(saved);
    expect(toSave(showing(both, 'ja'))).toEqual(saved);
    expect(isSame(both, showing(both, 'ja'))).toBe(true);
    expect(isSame(both, { ...both, subject: 'x' })).toBe(false);
    expect(toSave({ ...both, main: 'en' })).toMatchObject({ language: 'en', subject: 'en', variants: { ja: {} } });
  });
  test('opens with line breaks of one kind, which places are counted by', () => {
    const row = { key: 'k', updatedAt: '', others: ['en'], name: 'n', subject: 'ja', language: 'ja' };
    const variants = { en: { subject: 'en', mjml: 'c\r\nd\re' } };
    const doc = docOf({ ...row, mjml: 'a\r\nb\n', variants });
    expect([doc.mjml, doc.others['en']?.mjml]).toEqual(['a\nb\n', 'c\nd\ne']);
  });
  test('loses the language that is shown, never its main one', () => {
    expect(withoutShown(both)).toEqual(JA);
    expect(withoutShown(JA)).toBe(JA);
  });
  test('is whole when every language says something', () => {
    expect(isFilled(both)).toBe(true);
    expect(isFilled({ ...both, others: { ja: { subject: ' ', mjml: 'x' } } })).toBe(false);
  });
  test('undo goes back to the language in which something was done', () => {
    const store = createDocStore(both);
    const { change, show, undo, redo } = store.getState();
    change({ subject: 'hello' }, 'subject');
    show('ja');
    change({ subject: 'こんにちは' }, 'subject');
    undo();
    expect(store.getState().doc).toMatchObject({ language: 'ja', subject: 'ja' });
    undo();
    expect(store.getState().doc).toMatchObject({ language: 'en', subject: 'en' });
    redo();
    redo();
    expect(toSave(store.getState().doc)).toMatchObject({
      subject: 'こんにちは',
      variants: { en: { subject: 'hello' } },
    });
  });
});
