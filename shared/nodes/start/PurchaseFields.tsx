import { Stack } from '@mantine/core';
import type { TriggerOn } from '../../journey/triggers.ts';
import type { Locale } from '../../locale.ts';
import { CountField } from '../fields/CountField.tsx';
import { PropertyTests } from './PropertyTests.tsx';
import { WORDS } from './trigger-form-words.ts';

type Purchase = TriggerOn<'first_purchase'> | TriggerOn<'nth_purchase'> | TriggerOn<'order'>;

interface Props {
  trigger: Purchase;
  onChange: (trigger: Purchase) => void;
  locale: Locale;
}

/** Which purchase, and what it must hold. */
export function PurchaseFields({ trigger, onChange, locale }: Props) {
  const words = WORDS[locale];
  const { where, ...rest } = trigger;
  return (
    <Stack gap="sm" mt={8}>
      {trigger.on === 'nth_purchase' && (
        <CountField
          label={words.nth}
          value={trigger.n}
          from={1}
          to={9999}
          onChange={(n) => onChange({ ...trigger, n })}
          unread={words.nthUnread}
        />
      )}
      <PropertyTests
        tests={where ?? []}
        onChange={(tests) => onChange(tests.length > 0 ? { ...rest, where: tests } : rest)}
        locale={locale}
        of="item"
      />
    </Stack>
  );
}
