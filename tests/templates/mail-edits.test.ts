import { readGallery } from '@tabiji/server/templates/gallery.ts';
import { compileMjml } from '@tabiji/server/templates/compile-mjml.ts';
import { applyEdits, difference } from '@tabiji/shared/mail/edits/text-edit.ts';
import { editMail } from '@tabiji/shared/mail/edits/edit-mail.ts';
import { readMail } from '@tabiji/shared/mail/read-mail.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choice, editFrom } from './random-mail-edit.ts';

const mails = (await readGallery()).map(({ mjml }) => mjml);
const RUNS = 150;

/** The widths of elements are for the designer to say; MJML judges them, not the structure. */
const SHAPE_ONLY = /Attribute .* (has invalid value|is illegal)/;

test(
  'whatever is done to blocks, the mail compiles, and each edit can be taken back',
  { timeout: 120_000 },
  async () => {
    const seen = { edits: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...mails),
        fc.array(choice, { minLength: 1, maxLength: 8 }),
        async (first, choices) => {
          let source = first;
          for (const one of choices) {
            const edit = editFrom(readMail(source), one);
            const edited = edit && editMail(source, edit);
            if (!edited) {
              seen.refused += 1;
              continue;
            }
            seen.edits += 1;
            const change = difference(source, edited.source);
            const back = {
              start: change.start,
              end: change.start + change.text.length,
              text: source.slice(change.start, change.end),
            };
            expect(applyEdits(edited.source, [back])).toBe(source);
            expect(edited.selection === null || readMail(edited.source).body !== null).toBe(true);
            source = edited.source;
          }
          const compiled = await compileMjml(source);
          const wrong = 'problems' in compiled ? compiled.problems.filter(({ text }) => !SHAPE_ONLY.test(text.en)) : [];
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
    expect(seen.edits).toBeGreaterThan(RUNS);
  },
);

test('an edit of a block touches nothing outside of it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...mails), choice, (source, one) => {
      const edit = editFrom(readMail(source), one);
      if (edit?.do !== 'set') return;
      const mail = readMail(source);
      const edited = editMail(source, edit);
      if (!edited || edited.source === source) return;
      const change = difference(source, edited.source);
      const inside = mail.elements.length > 0 && source.slice(edit.block, change.end);
      expect(change.start).toBeGreaterThanOrEqual(edit.block);
      expect(inside).toBeTruthy();
      expect(edited.source.startsWith(source.slice(0, edit.block))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
