import { Stack, Switch, Text } from '@mantine/core';
import type { FormProps } from '../define-view.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { partsOfDuration } from '../fields/duration-parts.ts';
import { TimeField } from '../fields/TimeField.tsx';
import { WindowField } from '../fields/WindowField.tsx';
import { endOfWait } from './end.ts';
import { Wait } from './node.ts';
import { waitProblems } from './problems.ts';
import { WaitDays } from './WaitDays.tsx';

const WORDS = {
  ja: {
    span: '期間',
    count: '営業日で数える',
    countHelp: '土日、日本の祝日、休業日を数えません。',
    at: 'その日の時刻（任意）',
    atHelp: '空のままなら、期間が過ぎたらすぐに進みます。',
    within: '時間帯を限る',
    withinHelp: '時間帯の外なら、次に開くまで待ちます。',
    example: (from: string, to: string) => `例：${from} にここへ来た人は、${to} に進みます。`,
  },
  en: {
    span: 'How long',
    count: 'Count business days',
    countHelp: 'Weekends, Japanese holidays and closed days do not count.',
    at: 'Time of day (optional)',
    atHelp: 'Left empty, customers go on as soon as the time has passed.',
    within: 'Only within certain hours',
    withinHelp: 'Outside these hours customers wait until they begin.',
    example: (from: string, to: string) => `Example: whoever arrives on ${from} goes on at ${to}.`,
  },
};

export function Form({ config, onChange, context: { locale, now, zone, dateTime } }: FormProps<Wait>) {
  const words = WORDS[locale];
  const { at: _at, count: _count, within: _within, ...rest } = config;
  const parts = { at: config.at, count: config.count, within: config.within };
  /** Optional settings that are not made are left out of the document. */
  const change = (changed: Partial<typeof parts>) => {
    const { at, count, within } = { ...parts, ...changed };
    onChange({ ...rest, ...(at && { at }), ...(count && { count }), ...(within && { within }) });
  };
  const countable = partsOfDuration(config.for)?.unit === 'days';
  const isSound = Wait.safeParse(config).success && waitProblems(config).length === 0;
  return (
    <Stack gap="md">
      <DurationField
        label={words.span}
        value={config.for}
        onChange={(span) => onChange({ ...config, for: span })}
        locale={locale}
      />
      {(countable || config.count) && (
        <Switch
          label={words.count}
          description={words.countHelp}
          checked={config.count !== undefined}
          onChange={({ currentTarget }) => change({ count: currentTarget.checked ? 'business_days' : undefined })}
        />
      )}
      <TimeField
        label={words.at}
        description={words.atHelp}
        value={config.at}
        onChange={(at) => change({ at })}
        locale={locale}
      />
      <WaitDays config={config} onChange={onChange} locale={locale} />
      <WindowField
        label={words.within}
        description={words.withinHelp}
        value={config.within}
        onChange={(within) => change({ within })}
        locale={locale}
      />
      {isSound && (
        <Text size="xs" c="dimmed">
          {words.example(dateTime(now), dateTime(endOfWait(now, config, zone).end))}
        </Text>
      )}
    </Stack>
  );
}
