import { Select } from '@mantine/core';
import type { MessageCondition } from '@tabiji/shared/conditions/condition.ts';
import { MESSAGE_WORDS } from '@tabiji/shared/conditions/words.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import { useSurroundings } from './context.ts';
import styles from './fields.module.css';

const ANY = '*';

const KINDS = ['sent', 'delivered', 'opened', 'clicked', 'bounced', 'complained'] as const;

/** Which mail, and what became of it. */
export function MessageChoice({
  leaf,
  onChange,
}: {
  leaf: MessageCondition;
  onChange: (leaf: MessageCondition) => void;
}) {
  const { t } = useTranslation('conditions');
  const locale = useLocale();
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
      <Select
        className={styles.text}
        aria-label={t('response')}
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: MESSAGE_WORDS[value][locale] }))}
        value={leaf.message}
        onChange={(message) => message && onChange({ ...leaf, message: message as MessageCondition['message'] })}
      />
    </>
  );
}
