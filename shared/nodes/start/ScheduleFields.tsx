import { Select, Stack, Text, TextInput } from '@mantine/core';
import type { TriggerOn } from '../../journey/triggers.ts';
import { nextRun } from '../../time/cron.ts';
import { isCron } from '../../time/cron-pattern.ts';
import { DAY_LENGTH } from '../../time/day.ts';
import { isOnce } from '../../time/once.ts';
import { localDate } from '../../time.ts';
import type { FormContext } from '../define-view.ts';
import { CountField } from '../fields/CountField.tsx';
import { TimeField } from '../fields/TimeField.tsx';
import { cronOf, repeatOf, WEEKDAY_NAMES, type Repeat } from './cron-words.ts';
import { WORDS } from './trigger-form-words.ts';

type Schedule = TriggerOn<'schedule'>;

interface Props {
  trigger: Schedule;
  onChange: (trigger: Schedule) => void;
  context: FormContext;
}

/** When everybody is asked in, again and again: the usual ways as fields, all others as a pattern. */
export function ScheduleFields({ trigger, onChange, context: { locale, now, zone, dateTime } }: Props) {
  const words = WORDS[locale];
  const repeat = repeatOf(trigger.cron);
  const set = (cron: string) => onChange({ ...trigger, cron });
  const at = repeat?.at ?? '10:00';
  const choose = (every: string | null) => {
    if (every === 'day') set(cronOf({ every, at }));
    if (every === 'weekday') set(cronOf({ every, at, weekday: 1 }));
    if (every === 'month') set(cronOf({ every, at, day: 1 }));
    if (every === 'once') set(`${localDate(now + DAY_LENGTH, zone)}T${at}`);
    if (every === 'pattern') set(PATTERN);
  };
  const change = (changed: Partial<Repeat>) => repeat && set(cronOf({ ...repeat, ...changed } as Repeat));
  const once = isOnce(trigger.cron);
  const next = once || isCron(trigger.cron) ? nextRun(trigger.cron, now, zone) : undefined;
  return (
    <Stack gap="sm" mt={8}>
      <Select
        label={words.repeat}
        allowDeselect={false}
        data={(['day', 'weekday', 'month', 'once', 'pattern'] as const).map((value) => ({
          value,
          label: words.every[value],
        }))}
        value={once ? 'once' : (repeat?.every ?? 'pattern')}
        onChange={choose}
      />
      {repeat?.every === 'weekday' && (
        <Select
          label={words.weekday}
          allowDeselect={false}
          data={WEEKDAY_NAMES[locale].map((label, i) => ({ value: String(i), label }))}
          value={String(repeat.weekday)}
          onChange={(weekday) => weekday && change({ weekday: Number(weekday) })}
        />
      )}
      {repeat?.every === 'month' && (
        <CountField
          label={words.day}
          value={repeat.day}
          from={1}
          to={31}
          onChange={(day) => change({ day })}
          unread={words.dayUnread}
        />
      )}
      {once && (
        <TextInput
          type="datetime-local"
          label={words.onceAt}
          value={trigger.cron}
          error={next === undefined && words.oncePast}
          onChange={({ currentTarget: { value } }) => isOnce(value.slice(0, 16)) && set(value.slice(0, 16))}
        />
      )}
      {once ? null : repeat ? (
        <TimeField
          label={words.time}
          value={repeat.at}
          onChange={(time) => time && change({ at: time })}
          locale={locale}
        />
      ) : (
        <TextInput
          label={words.pattern}
          description={words.patternHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={trigger.cron}
          error={isCron(trigger.cron) ? undefined : words.patternUnread}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
      )}
      {next !== undefined && (
        <Text size="xs" c="dimmed">
          {words.next(dateTime(next))}
        </Text>
      )}
    </Stack>
  );
}

/** Weekdays at ten: a pattern the fields above cannot say. */
const PATTERN = '0 10 * * 1-5';
