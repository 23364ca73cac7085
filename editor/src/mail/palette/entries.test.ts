import { readMail } from '@tabiji/shared/mail/read-mail.ts';
import { expect, test } from 'vitest';
import { entriesFor } from './entries.ts';

const context = { locale: 'ja', defaults: readMail('').defaults } as const;
const found = (query: string) =>
  entriesFor(query, [{ id: 7, name: '春のあいさつ', mjml: '<mj-text>春</mj-text>' }], context).map(
    ({ label }) => label,
  );

test('blocks are found by their name, よみ, romaji and English', () => {
  for (const query of ['ボタン', 'ぼたん', 'botan', 'BUTTON', 'ｂｕｔｔｏｎ']) expect(found(query)).toContain('ボタン');
  expect(found('nps')).toEqual(['おすすめ度 0〜10']);
  expect(found('春')).toEqual(['春のあいさつ']);
  expect(found('みつからない')).toEqual([]);
});

test('without a search everything is offered, the shop’s own first', () => {
  expect(found('')[0]).toBe('春のあいさつ');
  expect(found('').length).toBeGreaterThan(17);
});
