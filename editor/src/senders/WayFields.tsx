import { Radio, Select, Stack } from '@mantine/core';
import type { SenderList } from '@tabiji/shared/api/senders.ts';
import { useTranslation } from 'react-i18next';
import type { SenderValues } from './sender-values.ts';

interface Props {
  values: SenderValues;
  list: SenderList;
  onChange: (part: Partial<SenderValues>) => void;
}

/** By which provider the mails leave, and what becomes of one that nobody knows about. */
export function WayFields({ values: { provider, policy }, list: { providers, usual }, onChange }: Props) {
  const { t } = useTranslation(['senders', 'settings']);
  const nameOf = (one: string) =>
    one === 'smtp' || one === 'resend' ? t(`settings:mail.providers.${one}`) : t('settings:mail.providers.letters');
  const offered = [...new Set([...providers, ...(provider ? [provider] : [])])];
  const isSmtp = (provider ?? usual) === 'smtp';
  return (
    <>
      {(providers.length > 1 || provider !== null) && (
        <Select
          label={t('form.provider')}
          data={[
            { value: '', label: t('form.usual', { name: nameOf(usual) }) },
            ...offered.map((value) => ({ value, label: nameOf(value) })),
          ]}
          value={provider ?? ''}
          allowDeselect={false}
          onChange={(value) => onChange({ provider: value === 'smtp' || value === 'resend' ? value : null })}
        />
      )}
      {isSmtp && (
        <Radio.Group
          label={t('form.policy')}
          description={t('form.policyHelp')}
          value={policy}
          onChange={(value) => onChange({ policy: value === 'never_missed' ? 'never_missed' : 'never_twice' })}
        >
          <Stack gap={8} mt={8}>
            <Radio value="never_twice" label={t('form.neverTwice')} />
            <Radio value="never_missed" label={t('form.neverMissed')} />
          </Stack>
        </Radio.Group>
      )}
    </>
  );
}
