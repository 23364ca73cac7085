import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { useLocale } from '../../i18n/locale.ts';

interface Props {
  value: string | undefined;
  onChange: (topic: string | undefined) => void;
}

const STANDARD = '';

/** The topic of a journey's mails; the workspace's default where none is chosen. */
export function TopicSelect({ value, onChange }: Props) {
  const { t } = useTranslation(['stopping', 'settings']);
  const locale = useLocale();
  const { data } = useQuery(queries.catalogue);
  const topics = data?.topics ?? [];
  const nameOf = ({ key, name }: (typeof topics)[number]) => name[locale] || key;
  const first = topics.find(({ kind }) => kind === 'marketing');
  const isGone = value !== undefined && data !== undefined && topics.every(({ key }) => key !== value);
  return (
    <Select
      label={t('settings:rules.topic')}
      description={t('settings:rules.topicHelp')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDeselect={false}
      data={[
        { value: STANDARD, label: t('topics.standard', { name: first ? nameOf(first) : '' }) },
        ...topics.map((topic) => ({ value: topic.key, label: nameOf(topic) })),
        ...(isGone ? [{ value, label: t('topics.unknown', { key: value }) }] : []),
      ]}
      value={value ?? STANDARD}
      onChange={(topic) => onChange(topic || undefined)}
    />
  );
}
