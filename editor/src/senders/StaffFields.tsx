import { ActionIcon, Autocomplete, Button, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { NEW_MEMBER, type SenderValues, type StaffValues } from './sender-values.ts';
import styles from './senders.module.css';

interface Props {
  values: SenderValues;
  errorOf: (path: string) => string | undefined;
  onChange: (part: Partial<SenderValues>) => void;
}

/** Which attribute names the customer's own staff member, and who they are. */
export function StaffFields({ values: { attribute, people }, errorOf, onChange }: Props) {
  const { t } = useTranslation('senders');
  const { data } = useQuery(queries.catalogue);
  const set = (at: number, member: StaffValues) => onChange({ people: people.with(at, member) });
  const field = (at: number, part: keyof StaffValues) => ({
    label: t(`staff.${part}`),
    value: people[at]![part],
    error: errorOf(`staff.people.${at}.${part}`),
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      set(at, { ...people[at]!, [part]: value }),
  });
  return (
    <>
      <Autocomplete
        label={t('staff.attribute')}
        description={t('staff.attributeHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={data?.attributes ?? []}
        limit={20}
        value={attribute}
        error={errorOf('staff.attribute') && t('staff.attributeWrong')}
        onChange={(value) => onChange({ attribute: value })}
      />
      <Text size="sm" fw={600}>
        {t('staff.people')}
      </Text>
      {people.length === 0 && <Text size="sm">{t('staff.none')}</Text>}
      {people.map((member, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- keys are typed here
        <div key={at} className={styles.member}>
          <TextInput {...field(at, 'key')} placeholder={t('staff.keyHelp')} />
          <TextInput {...field(at, 'name')} />
          <TextInput {...field(at, 'address')} inputMode="email" />
          <TextInput {...field(at, 'replyTo')} inputMode="email" />
          <ActionIcon
            className={styles.remove}
            variant="subtle"
            color="nezumi"
            aria-label={t('staff.remove', { name: member.name || t('staff.nobody') })}
            onClick={() => onChange({ people: people.toSpliced(at, 1) })}
          >
            <IconX size={18} stroke={1.75} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} stroke={1.75} />}
          onClick={() => onChange({ people: [...people, NEW_MEMBER] })}
        >
          {t('staff.add')}
        </Button>
      </div>
      <Text size="xs" c="dimmed">
        {t('staff.later')}
      </Text>
    </>
  );
}
