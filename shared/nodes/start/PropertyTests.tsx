import { ActionIcon, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Operator, PropertyTest } from '../../conditions/condition.ts';
import { OPERATOR_WORDS } from '../../conditions/words.ts';
import type { Locale } from '../../locale.ts';
import { numberFrom } from '../../normalise.ts';
import { WORDS } from './trigger-form-words.ts';

interface Props {
  tests: readonly PropertyTest[];
  onChange: (tests: PropertyTest[]) => void;
  locale: Locale;
  /** Whose properties: an event's, or one item's of an order. */
  of?: 'event' | 'item';
}

const OFFERED: readonly Operator[] = [
  'eq',
  'ne',
  'gte',
  'lte',
  'gt',
  'lt',
  'contains',
  'startsWith',
  'exists',
  'missing',
];
const EQUALS = { ja: '… と一致', en: 'is …' };
const WITHOUT_VALUE: ReadonlySet<Operator> = new Set(['exists', 'missing']);

/** What an event's properties, or those of an order's item, must be for it to count. */
export function PropertyTests({ tests, onChange, locale, of = 'event' }: Props) {
  const words = WORDS[locale];
  const edit = (i: number, test: PropertyTest) => onChange(tests.map((old, at) => (at === i ? test : old)));
  return (
    <Stack gap="xs" align="stretch">
      {tests.map(({ property, op, value }, i) => (
        <Stack key={i} gap={4}>
          <Group gap={4} wrap="nowrap">
            <TextInput
              aria-label={words.property}
              placeholder={words.property}
              style={{ flex: 1 }}
              value={property}
              error={property === ''}
              onChange={({ currentTarget }) => edit(i, { property: currentTarget.value, op, value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={words.removeTest}
              onClick={() => onChange(tests.filter((_, at) => at !== i))}
            >
              <IconX size={16} stroke={1.75} />
            </ActionIcon>
          </Group>
          <Group gap={4} wrap="nowrap" pr={32}>
            <Select
              aria-label={words.op}
              w={132}
              data={OFFERED.map((each) => ({ value: each, label: operatorLabel(each, locale) }))}
              value={op}
              onChange={(next) =>
                next && edit(i, { property, op: next, ...(!WITHOUT_VALUE.has(next) && { value: value ?? '' }) })
              }
            />
            {!WITHOUT_VALUE.has(op) && (
              <TextInput
                aria-label={words.value}
                placeholder={words.value}
                style={{ flex: 1 }}
                value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
                onChange={({ currentTarget }) => edit(i, { property, op, value: currentTarget.value })}
                onBlur={({ currentTarget }) =>
                  edit(i, { property, op, value: numberFrom(currentTarget.value) ?? currentTarget.value })
                }
              />
            )}
          </Group>
        </Stack>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={14} stroke={1.75} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => onChange([...tests, { property: of === 'item' ? 'product' : '', op: 'eq', value: '' }])}
      >
        {of === 'item' ? words.addItemTest : words.addTest}
      </Button>
    </Stack>
  );
}

const operatorLabel = (op: Operator, locale: Locale) =>
  op === 'eq' ? EQUALS[locale] : OPERATOR_WORDS[op][locale].replace('{v}', '…').replace(/^[がに]\s*/, '');
