import { editMail } from '@tabiji/shared/mail/edits/edit-mail.ts';
import { readMail } from '@tabiji/shared/mail/read-mail.ts';
import { expect, test } from 'vitest';
import { moveBy, walkTo } from './walk.ts';

const MAIL = `<mjml><mj-body>
<mj-section><mj-column><mj-text>a</mj-text><mj-text>b</mj-text></mj-column><mj-column><mj-text>c</mj-text></mj-column></mj-section>
</mj-body></mjml>`;
const mail = readMail(MAIL);
const at = (text: string) => MAIL.indexOf(`<mj-text>${text}`);
const order = (source: string) =>
  source
    .match(/(?<=<mj-text>)\w|<mj-column>/g)
    ?.join('')
    .replaceAll('<mj-column>', '|');

test('arrows walk the blocks in reading order, in and out', () => {
  const section = MAIL.indexOf('<mj-section');
  expect(walkTo(mail, undefined, 'ArrowDown')).toBe(section);
  expect(walkTo(mail, section, 'ArrowRight')).toBe(at('a'));
  expect(walkTo(mail, at('b'), 'ArrowDown')).toBe(at('c'));
  expect(walkTo(mail, at('c'), 'ArrowLeft')).toBe(section);
  expect(walkTo(mail, at('c'), 'ArrowDown')).toBeUndefined();
});

test('a block moves on into the next column, and not beyond the last', () => {
  const moved = (block: number, step: 1 | -1) => {
    const edit = moveBy(mail, block, step);
    return edit && order(editMail(MAIL, edit)!.source);
  };
  expect(moved(at('a'), 1)).toBe('|ba|c');
  expect(moved(at('b'), 1)).toBe('|a|bc');
  expect(moved(at('c'), -1)).toBe('|abc|');
  expect(moved(at('c'), 1)).toBeUndefined();
});
