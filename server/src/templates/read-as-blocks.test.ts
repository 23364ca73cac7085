import { type Block, blocksIn, type Slot } from '@tabiji/shared/mail/block.ts';
import { editMail } from '@tabiji/shared/mail/edits/edit-mail.ts';
import { readMail } from '@tabiji/shared/mail/read-mail.ts';
import type { MailElement } from '@tabiji/shared/mail/source/element.ts';
import mjml2html from 'mjml';
import { describe, expect, test } from 'vitest';
import { readGallery } from './gallery.ts';

const gallery = await readGallery();

interface Parsed {
  tagName: string;
  attributes?: Record<string, unknown>;
  children?: Parsed[];
}

/** What both readers say of an element. */
const byMjml = ({ tagName, attributes = {}, children = [] }: Parsed): unknown => [
  tagName,
  Object.entries(attributes).map(([name, value]) => `${name}=${String(value)}`),
  children.map(byMjml),
];
const byUs = ({ tag, attributes, children }: MailElement): unknown => [
  tag,
  attributes.map(({ name, value }) => `${name}=${value}`),
  children.map(byUs),
];

/** A slot's text, put together from its blocks and what stands between them. */
function written(source: string, { start, end, blocks }: Slot): string {
  let at = start;
  const parts = blocks.map((block) => {
    const before = source.slice(at, block.start);
    at = block.end;
    return before + source.slice(block.start, block.end);
  });
  return parts.join('') + source.slice(at, end);
}

const isEmpty = (text: string) => text.replaceAll(/<!--[\s\S]*?-->/g, '').trim() === '';

/** What stands between blocks is blank or a comment: every element belongs to one. */
const strays = (source: string, slot: Slot): string[] =>
  [...slot.blocks, undefined].flatMap((block, i, all) => {
    const from = i === 0 ? slot.start : all[i - 1]!.end;
    const between = source.slice(from, block?.start ?? slot.end);
    return isEmpty(between) ? [] : [between];
  });

describe.each(gallery)('$key in $language', ({ mjml }) => {
  const mail = readMail(mjml);
  const blocks = blocksIn(mail.body!);

  test('is read as MJML itself reads it', async () => {
    const { json } = (await mjml2html(mjml, { keepComments: false })) as unknown as { json: Parsed };
    expect(byUs(mail.elements[0]!)).toEqual(byMjml(json));
  });

  test('is all blocks, and the blocks are all of it', () => {
    const slots = [mail.body!, ...blocks.flatMap((block: Block) => block.slots)];
    for (const slot of slots) {
      expect(written(mjml, slot)).toBe(mjml.slice(slot.start, slot.end));
      expect(strays(mjml, slot)).toEqual([]);
    }
    expect(blocks.map(({ type }) => type.type)).not.toContain('raw');
  });

  test('stays as it is when a field is set to what it is', () => {
    for (const { start, type, values } of blocks) {
      for (const field of Object.keys(type.fields)) {
        expect(editMail(mjml, { do: 'set', block: start, field, value: values[field] })?.source).toBe(mjml);
      }
    }
  });
});
