import { ActionIcon, Button, Fieldset, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import classes from './fields.module.css';
import type { ControlProps } from './FieldControl.tsx';
import { useTyped } from './use-typed.ts';

interface Props<Cell extends string> extends ControlProps {
  /** Names what belongs to the row of this number, counted from 1, and the button that adds one. */
  say: (what: Cell | 'remove' | 'add', number: number) => string;
  /** What a row has, in the order of the page. */
  cells: readonly [Cell, Cell];
  /** What a new row begins with. */
  fresh: (number: number) => Record<Cell, string>;
  least?: number;
  most?: number;
}

/** Rows of two texts each, one below the other, as many as wanted: answers of a question, links with their names. */
export function RowsField<Cell extends string>({
  label,
  value,
  onChange,
  say,
  cells,
  fresh,
  least = 0,
  most = 20,
}: Props<Cell>) {
  const rows = Array.isArray(value) ? (value as Record<Cell, string>[]) : [];
  return (
    <Fieldset legend={label} p="sm">
      <Stack gap="sm">
        {rows.map((row, i) => (
          <div key={i} className={classes.row}>
            {cells.map((cell) => (
              <Typed
                key={cell}
                name={say(cell, i + 1)}
                value={row[cell]}
                onChange={(text) => onChange(rows.map((one, at) => (at === i ? { ...one, [cell]: text } : one)))}
              />
            ))}
            <ActionIcon
              variant="subtle"
              color="nezumi"
              size={32}
              aria-label={say('remove', i + 1)}
              disabled={rows.length <= least}
              onClick={() => onChange(rows.filter((_, at) => at !== i))}
            >
              <IconTrash size={16} stroke={1.75} />
            </ActionIcon>
          </div>
        ))}
        {rows.length < most && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={16} stroke={1.75} />}
            onClick={() => onChange([...rows, fresh(rows.length + 1)])}
          >
            {say('add', rows.length + 1)}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}

function Typed({ name, value, onChange }: { name: string; value: string; onChange: (text: string) => void }) {
  const { onChange: type, ...typed } = useTyped(value, onChange);
  return (
    <TextInput size="xs" aria-label={name} {...typed} onChange={({ currentTarget }) => type(currentTarget.value)} />
  );
}
