import { Select } from '@mantine/core';
import type { MessageCondition } from '@tabiji/shared/conditions/condition.ts';
import { useTranslation } from 'react-i18next';
import { useSurroundings } from './context.ts';
import styles from './fields.module.css';

const ANY = '*';

/** Which mail was sent. */
export function MessageChoice({
  leaf,
  onChange,
}: {
  leaf: MessageCondition;
  onChange: (leaf: MessageCondition) => void;
}) {
  const { t } = useTranslation('conditions');
  const { templates } = useSurroundings().catalogue;
  return (
    <>
      <Select
        className={styles.text}
        aria-label={t('template')}
        data={[
          { value: ANY, label: t('anyTemplate') },
          ...templates.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        value={leaf.template ?? ANY}
        searchable={templates.length > 8}
        onChange={(template) => onChange({ ...leaf, template: template === ANY || !template ? undefined : template })}
      />
      <span>{t('sent')}</span>
    </>
  );
}
