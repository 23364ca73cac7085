import { Chip, Fieldset, Group } from '@mantine/core';
import type { Locale } from '../../locale.ts';
import { WEEKDAYS, type Weekday } from '../../time/day.ts';
import { weekdayName } from '../../time/words.ts';

/** As other fields are labelled. */
const LABEL = { padding: 0, marginBottom: 4, fontSize: 14, fontWeight: 600 };
/** Seven fit into one row; a chosen one is filled, and needs no tick that would shift the others. */
const DAY = { label: { paddingInline: 8 }, iconWrapper: { display: 'none' } };

interface Props {
  label: string;
  value: readonly Weekday[];
  onChange: (value: Weekday[]) => void;
  locale: Locale;
}

/** Days of the week, any number of them, kept in the order of the week. */
export function WeekdayField({ label, value, onChange, locale }: Props) {
  return (
    <Fieldset variant="unstyled" legend={label} styles={{ root: { margin: 0, padding: 0 }, legend: LABEL }}>
      <Chip.Group
        multiple
        value={[...value]}
        onChange={(chosen) => onChange(WEEKDAYS.filter((day) => chosen.includes(day)))}
      >
        <Group gap={4} wrap="nowrap">
          {WEEKDAYS.map((day) => (
            <Chip key={day} value={day} size="xs" radius="sm" variant="filled" styles={DAY}>
              {weekdayName(day, locale)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Fieldset>
  );
}
