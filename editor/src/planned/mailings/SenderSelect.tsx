import { Select } from '@mantine/core';
import type { Catalogue } from '@tabiji/shared/api/workspace.ts';
import { useTranslation } from 'react-i18next';

interface Props {
  senders: Catalogue['senders'];
  value: string | null;
  onChange: (sender: string | null) => void;
}

/** In whose name a mailing goes; left alone, in that of the mail. */
export function SenderSelect({ senders, value, onChange }: Props) {
  const { t } = useTranslation('gate');
  const isGone = value !== null && !senders.some(({ key }) => key === value);
  return (
    <Select
      label={t('mailing.sender')}
      allowDeselect={false}
      data={[
        { value: '', label: t('mailing.ofMail') },
        ...senders.map(({ key, name }) => ({ value: key, label: name })),
        ...(isGone ? [{ value, label: t('mailing.gone', { key: value }) }] : []),
      ]}
      value={value ?? ''}
      onChange={(sender) => onChange(sender || null)}
    />
  );
}
