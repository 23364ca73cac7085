import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compileMjml } from '@tabiji/server/templates/compile-mjml.ts';
import { blocksIn } from '@tabiji/shared/mail/block.ts';
import { editMail } from '@tabiji/shared/mail/edits/edit-mail.ts';
import { readMail } from '@tabiji/shared/mail/read-mail.ts';
import { describe, expect, test } from 'vitest';
import { testData } from '../support/test-data.ts';

const data = testData('mjml');
/** Whole mails; pieces that others include are none. */
const files = data.file
  ? readdirSync(data.file)
      .filter((name) => name.endsWith('.mjml'))
      .filter((name) => readFileSync(path.join(data.file, name), 'utf8').includes('<mj-body'))
  : [];

const htmlOf = async (mjml: string) => {
  const compiled = await compileMjml(mjml);
  return 'html' in compiled ? compiled.html : compiled.problems;
};

describe.skipIf(files.length === 0)(`mails from elsewhere${data.missing ? ` (${data.missing})` : ''}`, () => {
  test.each(files)('%s opens, is put into other words and back, and stays the same mail', async (name) => {
    const source = readFileSync(path.join(data.file ?? '', name), 'utf8');
    const mail = readMail(source);
    expect(mail.fault).toBeNull();
    const before = await htmlOf(source);
    expect(typeof before === 'string').toBe(!source.includes('<mj-include')); // what needs no other file can be saved
    let now = source;
    const count = blocksIn(mail.body!).length;
    for (let i = 0; i < count; i++) {
      const block = blocksIn(readMail(now).body!)[i]!;
      for (const field of Object.keys(block.type.fields)) {
        const edited = editMail(now, { do: 'set', block: block.start, field, value: block.values[field] });
        expect(edited?.source).toBe(now);
      }
      const copied = editMail(now, { do: 'duplicate', block: block.start })!;
      now = editMail(copied.source, { do: 'remove', block: copied.selection! })!.source;
      expect(now).toBe(source);
    }
    expect(await htmlOf(now)).toEqual(before);
  });
});
