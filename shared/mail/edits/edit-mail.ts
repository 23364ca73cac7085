import { standingOf, type Block, type Mail } from '../block.ts';
import { placeOf, readMail } from '../read-mail.ts';
import type { Edited, Gap, MailEdit } from './edit.ts';
import { fitted, slotsIn } from './fit.ts';
import { insertion, removal, textOf } from './pieces.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/**
 * Does one thing to a mail. Only the text of the block in question changes, and the blanks of its lines.
 * @returns null where the edit cannot be done: the block or place is not there, or the value does not fit
 */
export function editMail(source: string, edit: MailEdit): Edited | null {
  const mail = readMail(source);
  const edited = mail.body && applied(mail, edit);
  return edited && readMail(edited.source).body ? edited : null;
}

function applied(mail: Mail, edit: MailEdit): Edited | null {
  switch (edit.do) {
    case 'insert':
      return insert(mail, edit.at, edit.mjml);
    case 'move':
      return move(mail, edit.block, edit.to);
    case 'remove':
      return remove(mail, edit.block);
    case 'duplicate':
      return duplicate(mail, edit.block);
    case 'set':
      return withBlock(mail, edit.block, (block) => set(mail, block, edit.field, edit.value));
    case 'fill':
      return fill(mail, edit.block, edit.values);
    case 'write':
      return withBlock(mail, edit.block, ({ element, start }) => {
        const isClosed = element.innerStart === element.end;
        return isClosed
          ? null
          : done(mail, [{ start: element.innerStart, end: element.innerEnd, text: edit.inner }], start);
      });
    case 'columns':
      return withBlock(mail, edit.block, (block) => wrapInColumns(mail, block, edit.count));
    case 'condition':
      return withBlock(mail, edit.block, (block) =>
        surround(mail, block, `<mj-raw>{% if ${edit.when} %}</mj-raw>`, '<mj-raw>{% endif %}</mj-raw>'),
      );
  }
}

const done = ({ source }: Mail, edits: readonly TextEdit[], selection: number | null): Edited => ({
  source: applyEdits(source, edits),
  selection,
});

function withBlock(mail: Mail, start: number, act: (block: Block) => Edited | null): Edited | null {
  const standing = standingOf(mail, start);
  return standing ? act(standing.slot.blocks[standing.index]!) : null;
}

function insert(mail: Mail, gap: Gap, mjml: string): Edited | null {
  const place = fitted(mail, gap, mjml);
  if (!place) return null;
  const { edit, begins } = insertion(mail, place.slot, place.index, place.mjml);
  return done(mail, [edit], edit.start + begins);
}

function move(mail: Mail, start: number, to: Gap): Edited | null {
  const from = standingOf(mail, start);
  if (!from) return null;
  const block = from.slot.blocks[from.index]!;
  const place = fitted(mail, to, textOf(mail, block));
  if (!place || block.slots.flatMap(slotsIn).includes(place.slot)) return null;
  if (place.slot === from.slot && (place.index === from.index || place.index === from.index + 1)) {
    return { source: mail.source, selection: start };
  }
  const cut = removal(mail, from.slot, from.index);
  const { edit, begins } = insertion(mail, place.slot, place.index, place.mjml);
  const shift = cut.start < edit.start ? cut.end - cut.start : 0;
  return done(mail, [cut, edit], edit.start + begins - shift);
}

function remove(mail: Mail, start: number): Edited | null {
  const standing = standingOf(mail, start);
  if (!standing) return null;
  const { slot, index, parent } = standing;
  const cut = removal(mail, slot, index);
  const source = applyEdits(mail.source, [cut]);
  const behind = slot.blocks[index + 1];
  const near = slot.blocks[index - 1] ?? parent?.slot.blocks[parent.index];
  return { source, selection: behind ? behind.start - (cut.end - cut.start) : (near?.start ?? null) };
}

function duplicate(mail: Mail, start: number): Edited | null {
  const standing = standingOf(mail, start);
  if (!standing) return null;
  const { slot, index } = standing;
  const { edit, begins } = insertion(mail, slot, index + 1, textOf(mail, slot.blocks[index]!));
  return done(mail, [edit], edit.start + begins);
}

function set(mail: Mail, block: Block, name: string, value: unknown): Edited | null {
  const field = block.type.fields[name];
  const parsed = field?.schema.safeParse(value);
  if (!field || !parsed?.success) return null;
  const place = placeOf(mail, block);
  if (JSON.stringify(field.read(place)) === JSON.stringify(parsed.data)) {
    return { source: mail.source, selection: block.start };
  }
  return done(mail, field.write(place, parsed.data as never), block.start);
}

/** Several fields at once; each is written into what the one before has made. */
const fill = ({ source }: Mail, block: number, values: Readonly<Record<string, unknown>>): Edited | null =>
  Object.entries(values).reduce<Edited | null>(
    (edited, [field, value]) => edited && editMail(edited.source, { do: 'set', block, field, value }),
    { source, selection: block },
  );

/** Puts a section's content into the first of several columns, or a block of a column into a section of its own. */
function wrapInColumns(mail: Mail, block: Block, count: number): Edited | null {
  const [column] = block.slots;
  if (!column?.container || block.slots.length !== 1 || column.level !== 'column' || count < 2 || count > 4)
    return null;
  const at = column.container.end;
  const text = Array.from({ length: count - 1 }, () => '<mj-column>\n</mj-column>').join('\n');
  const { edit } = insertion(
    mail,
    {
      level: 'body',
      container: block.element,
      start: 0,
      end: 0,
      blocks: [{ ...block, start: column.container.start, end: at }],
    },
    1,
    text,
  );
  return done(mail, [edit], block.start);
}

/** Puts elements before and behind a block. */
function surround(mail: Mail, block: Block, before: string, behind: string): Edited | null {
  const standing = standingOf(mail, block.start);
  if (!standing) return null;
  const first = insertion(mail, standing.slot, standing.index, before).edit;
  const last = insertion(mail, standing.slot, standing.index + 1, behind).edit;
  return done(mail, [first, last], block.start);
}
