import { Switch, TextInput } from '@mantine/core';
import type { Identity } from '@tabiji/shared/sending/identity.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const PARTS = ['company', 'postalAddress', 'contact'] as const satisfies (keyof Identity)[];

/** Another company than the workspace's, for mails that go in its name. */
export function OtherIdentity({ value, onChange }: { value: Identity; onChange: (identity: Identity) => void }) {
  const { t } = useTranslation('senders');
  const [isOpen, setOpen] = useState(PARTS.some((part) => value[part]));
  const toggle = (open: boolean) => {
    setOpen(open);
    if (!open) onChange({});
  };
  return (
    <>
      <Switch
        label={t('form.identity')}
        description={t('form.identityHelp')}
        checked={isOpen}
        onChange={({ currentTarget }) => toggle(currentTarget.checked)}
      />
      {isOpen &&
        PARTS.map((part) => (
          <TextInput
            key={part}
            label={t(`form.${part}`)}
            maxLength={300}
            value={value[part] ?? ''}
            onChange={({ currentTarget }) => onChange({ ...value, [part]: currentTarget.value })}
          />
        ))}
    </>
  );
}
