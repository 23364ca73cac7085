import { Chip, Fieldset, Group } from '@mantine/core';
import type { Locale } from '../../locale.ts';
import { WEEKDAYS, type Weekday } from '../../time/day.ts';
import { weekdayName } from '../../time/words.ts';

interface Props {
  label: string;
  value: readonly Weekday[];
  onChange: (value: Weekday[]) => void;
  locale: Locale;
}

/** Days of the week, any number of them, kept in the order of the week. */
export function WeekdayField({ label, value, onChange, locale }: Props) {
  return (
    <Fieldset variant="unstyled" legend={label} styles={{ legend: { fontSize: 14 } }}>
      <Chip.Group
        multiple
        value={[...value]}
        onChange={(chosen) => onChange(WEEKDAYS.filter((day) => chosen.includes(day)))}
      >
        <Group gap={4} mt={4}>
          {WEEKDAYS.map((day) => (
            <Chip key={day} value={day} size="xs" radius="sm" variant="outline">
              {weekdayName(day, locale)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Fieldset>
  );
}
