import { ActionIcon, Badge, Button, Select, Switch, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { TopicSetting } from '@tabiji/shared/sending/topics.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import styles from './TopicFields.module.css';

interface Props {
  topic: TopicSetting;
  /** Its key can still be chosen. */
  isNew: boolean;
  /** That of journeys that name none. */
  isFirst: boolean;
  onChange: (topic: TopicSetting) => void;
  onFirst: () => void;
  onRemove: () => void;
}

/** One topic: what it is called, who gets it. */
export function TopicFields({ topic, isNew, isFirst, onChange, onFirst, onRemove }: Props) {
  const { t } = useTranslation('stopping');
  const locale = useLocale();
  const { key, kind, name, about, byDefault, doubleOptIn } = topic;
  const title = name[locale] || name.ja || name.en || key || t('topics.add');
  const text = (part: 'name' | 'about', language: 'ja' | 'en') => ({
    label: t(`topics.${part}${language === 'ja' ? 'Ja' : 'En'}`),
    value: topic[part][language],
    maxLength: part === 'name' ? 60 : 200,
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      onChange({ ...topic, [part]: { ...(part === 'name' ? name : about), [language]: value } }),
  });
  return (
    <fieldset className={styles.topic}>
      <legend className={styles.legend}>
        {title}
        {isFirst && (
          <Badge variant="light" ml={8}>
            {t('topics.first')}
          </Badge>
        )}
      </legend>
      {isNew && (
        <TextInput
          label={t('topics.key')}
          description={t('topics.keyHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={100}
          value={key}
          onChange={({ currentTarget: { value } }) => onChange({ ...topic, key: value.trim() })}
        />
      )}
      <div className={styles.pair}>
        <TextInput {...text('name', 'ja')} />
        <TextInput {...text('name', 'en')} />
        <TextInput {...text('about', 'ja')} />
        <TextInput {...text('about', 'en')} />
      </div>
      <Select
        label={t('topics.kind')}
        data={(['marketing', 'transactional'] as const).map((value) => ({ value, label: t(`topics.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => value && onChange({ ...topic, kind: value })}
      />
      {kind === 'marketing' && (
        <>
          <Switch
            label={t('topics.byDefault')}
            checked={byDefault}
            onChange={({ currentTarget: { checked } }) => onChange({ ...topic, byDefault: checked })}
          />
          <Switch
            label={t('topics.doubleOptIn')}
            checked={doubleOptIn}
            onChange={({ currentTarget: { checked } }) => onChange({ ...topic, doubleOptIn: checked })}
          />
        </>
      )}
      <div className={styles.foot}>
        {kind === 'marketing' && !isFirst && (
          <Button variant="default" size="xs" onClick={onFirst}>
            {t('topics.makeFirst')}
          </Button>
        )}
        <ActionIcon variant="subtle" color="shu" aria-label={t('topics.remove', { name: title })} onClick={onRemove}>
          <IconTrash size={18} stroke={1.75} />
        </ActionIcon>
      </div>
    </fieldset>
  );
}
