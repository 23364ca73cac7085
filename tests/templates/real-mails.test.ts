import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkTemplate } from '@tabiji/server/templates/check-template.ts';
import { blocksIn, type Block } from '@tabiji/shared/mail/block.ts';
import { editMail } from '@tabiji/shared/mail/edits/edit-mail.ts';
import { readMail } from '@tabiji/shared/mail/read-mail.ts';
import { describe, expect, test } from 'vitest';
import { testData } from '../support/test-data.ts';

const data = testData('mjml');
const read = (name: string) => readFileSync(path.join(data.file ?? '', name), 'utf8');
/** Whole mails; pieces that others include are none. */
const files = data.file
  ? readdirSync(data.file)
      .filter((name) => name.endsWith('.mjml'))
      .filter((name) => read(name).includes('<mj-body'))
  : [];

const check = (mjml: string) => checkTemplate({ subject: 'x', mjml });
const blocksOf = (source: string): Block[] => blocksIn(readMail(source).body!);
const WORDS = '書きかえた言葉';

describe.skipIf(files.length === 0)(`mails from elsewhere${data.missing ? ` (${data.missing})` : ''}`, () => {
  const kept: string[] = [];
  test.each(files)('%s opens and is kept as the same mail, or it is said where and why not', async (name) => {
    const source = read(name);
    const { compiled, problems } = await check(source);
    const { fault, body } = readMail(source);
    if (compiled) kept.push(name);
    expect(compiled === null).toBe(problems.length > 0);
    for (const { line, text } of problems)
      expect([line > 0, text.ja !== '', text.en !== '']).toEqual([true, true, true]);
    if (!compiled && fault) return; // its source is shown, with the line
    expect([fault, body!.blocks.length > 0]).toEqual([null, true]);
    expect((await check(putInOtherWordsAndBack(source))).compiled).toEqual(compiled);
  });

  test.each(files)('%s: words that are written leave everything else alone, byte by byte', async (name) => {
    const source = read(name);
    const block = readMail(source).body ? blocksOf(source).find(({ type }) => type.writable) : undefined;
    if (!block) return;
    const written = editMail(source, { do: 'write', block: block.start, inner: WORDS })!.source;
    const { innerStart, innerEnd } = block.element;
    expect(written).toBe(source.slice(0, innerStart) + WORDS + source.slice(innerEnd));
    const before = (await check(source)).compiled;
    if (!before) return;
    expect((await check(written)).compiled?.html).toContain(WORDS);
    const inner = source.slice(innerStart, innerEnd);
    const back = editMail(written, { do: 'write', block: block.start, inner })!.source;
    expect((await check(back)).compiled?.html).toBe(before.html);
  });

  test.skipIf(files.length < 25)('25 of them and more can be kept and compiled', () => {
    expect(kept.length).toBeGreaterThanOrEqual(25);
  });
});

/** Every field of every block is set to what it says, every block is doubled and the double taken away. */
function putInOtherWordsAndBack(source: string): string {
  let now = source;
  for (let i = 0; i < blocksOf(source).length; i++) {
    const block = blocksOf(now)[i]!;
    for (const field of Object.keys(block.type.fields)) {
      const edited = editMail(now, { do: 'set', block: block.start, field, value: block.values[field] });
      expect(edited?.source).toBe(now);
    }
    const copied = editMail(now, { do: 'duplicate', block: block.start })!;
    now = editMail(copied.source, { do: 'remove', block: copied.selection! })!.source;
    expect(now).toBe(source);
  }
  return now;
}
