import { describe, expect, test } from 'vitest';
import { blockAt, blocksIn } from '../block.ts';
import { readMail } from '../read-mail.ts';
import { editMail } from './edit-mail.ts';
import type { MailEdit } from './edit.ts';

const MAIL = `<mjml>
  <mj-body>
    <mj-section>
      <mj-column>
        <mj-text align="left">一</mj-text>
        <mj-text>二</mj-text>
        <mj-button href="https://a.example/?a=1&amp;b={{ x | default: 'y' }}">三</mj-button>
      </mj-column>
    </mj-section>
    <mj-section>
      <mj-column />
    </mj-section>
  </mj-body>
</mjml>
`;
const at = (text: string, source = MAIL) => source.indexOf(text);
const slotOf = (container: string, nth = 0, source = MAIL) => {
  const slots = blocksIn(readMail(source).body!).flatMap(({ slots }) => slots);
  return slots.filter((slot) => slot.container?.tag === container)[nth]!.start;
};
const edited = (edit: MailEdit, source = MAIL) => editMail(source, edit)!;
const linesOf = (source: string) => source.split('\n').map((line) => line.trim());

test('a block is taken out with its line, and the next one is in hand', () => {
  const { source, selection } = edited({ do: 'remove', block: at('<mj-text align') });
  expect(source).toBe(MAIL.replace('        <mj-text align="left">一</mj-text>\n', ''));
  expect(source.slice(selection!)).toMatch(/^<mj-text>二/);
});

test('a block goes up, down and into another section', () => {
  const column = slotOf('mj-column');
  const up = edited({ do: 'move', block: at('<mj-text>二'), to: { slot: column, index: 0 } });
  expect(
    linesOf(up.source)
      .filter((line) => /[一二三]/.test(line))
      .map((line) => line.replace(/<.*?>/g, '')),
  ).toEqual(['二', '一', '三']);
  const down = edited({ do: 'move', block: at('<mj-text align'), to: { slot: column, index: 3 } });
  expect(down.source.slice(down.selection!)).toMatch(/^<mj-text align="left">一<\/mj-text>\n {6}<\/mj-column>/);
  const over = edited({ do: 'move', block: at('<mj-text>二'), to: { slot: slotOf('mj-column', 1), index: 0 } });
  expect(over.source).toContain(
    '<mj-column>\n        <mj-text>二</mj-text>\n      </mj-column>\n    </mj-section>\n  </mj-body>',
  );
  expect(blockAt(readMail(over.source), over.selection!)?.type.type).toBe('text');
});

test('what belongs into a column gets a section among sections; a section goes behind the one it is dropped into', () => {
  const body = readMail(MAIL).body!.start;
  const alone = edited({ do: 'insert', at: { slot: body, index: 1 }, mjml: '<mj-divider />' });
  expect(readMail(alone.source).body!.blocks.map(({ type }) => type.type)).toEqual(['section', 'section', 'section']);
  const section = '<mj-section>\n  <mj-column>\n  </mj-column>\n</mj-section>';
  const behind = edited({ do: 'insert', at: { slot: slotOf('mj-column'), index: 1 }, mjml: section });
  expect(readMail(behind.source).body!.blocks).toHaveLength(3);
  expect(behind.source).toContain(
    '    </mj-section>\n    <mj-section>\n      <mj-column>\n      </mj-column>\n    </mj-section>',
  );
});

describe('setting a field', () => {
  const set = (block: string, field: string, value: unknown) =>
    editMail(MAIL, { do: 'set', block: at(block), field, value });
  test('writes that attribute alone', () => {
    expect(set('<mj-text align', 'align', 'right')!.source).toBe(MAIL.replace('"left"', '"right"'));
    expect(set('<mj-text>二', 'align', 'right')!.source).toBe(MAIL.replace('<mj-text>二', '<mj-text align="right">二'));
    expect(set('<mj-text align', 'align', '')!.source).toBe(MAIL.replace(' align="left"', ''));
  });
  test('with the value that is there changes nothing', () => {
    expect(set('<mj-button', 'href', "https://a.example/?a=1&b={{ x | default: 'y' }}")!.source).toBe(MAIL);
  });
  test('cannot break out of the attribute', () => {
    const { source } = set('<mj-button', 'href', '"><mj-raw>{{ a | default: "b" }}')!;
    expect(source).toContain(`href="&quot;&gt;&lt;mj-raw&gt;{{ a | default: 'b' }}"`);
    expect(readMail(source).body!.blocks).toHaveLength(2);
  });
  test('refuses a value of another kind', () => {
    expect(set('<mj-text>二', 'align', 7)).toBeNull();
    expect(set('<mj-text>二', 'nothing', 'x')).toBeNull();
  });
});

test('a section gets columns, a block a condition', () => {
  const wide = edited({ do: 'columns', block: at('<mj-section>'), count: 2 });
  expect(readMail(wide.source).body!.blocks[0]!.type.type).toBe('columns');
  const asked = edited({ do: 'condition', block: at('<mj-text>二'), when: 'orders.count > 1' });
  const [, , conditional] = blocksIn(readMail(asked.source).body!);
  expect([conditional!.type.type, conditional!.slots[0]!.blocks.length]).toEqual(['conditional', 1]);
});

test('what is not there, or would take the mail apart, is not done', () => {
  expect(editMail(MAIL, { do: 'remove', block: 1 })).toBeNull();
  expect(editMail('<mjml>', { do: 'remove', block: 0 })).toBeNull();
  expect(editMail(MAIL, { do: 'write', block: at('<mj-text>二'), inner: '</mj-text><mj-column>' })).toBeNull();
  expect(
    editMail(MAIL, { do: 'move', block: at('<mj-section>'), to: { slot: slotOf('mj-column'), index: 0 } })?.source,
  ).toBe(MAIL);
});

test('several fields are set as one edit, or none of them', () => {
  const image = MAIL.replace('<mj-text>二</mj-text>', '<mj-image src="" />');
  const block = at('<mj-image', image);
  const values = { src: 'https://a.example/x.png', alt: '箱', width: '360px' };
  const { source, selection } = edited({ do: 'fill', block, values }, image);
  expect(source).toContain('<mj-image src="https://a.example/x.png" alt="箱" width="360px" />');
  expect(selection).toBe(block);
  expect(editMail(image, { do: 'fill', block, values: { ...values, nothing: '1' } })).toBeNull();
});
