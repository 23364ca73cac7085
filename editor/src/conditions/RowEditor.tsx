import { conditionWords } from '@tabiji/shared/conditions/words.ts';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import { LeafEditor } from './LeafEditor.tsx';
import { useNames } from './names.ts';
import { RowMenu } from './RowMenu.tsx';
import styles from './RowEditor.module.css';
import type { Row } from './sentence.ts';

interface Props {
  row: Row;
  /** The editor of the rows inside brackets, where the row is a group. */
  brackets: ReactNode;
  onChange: (row: Row) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

/** One row: a test, a group in brackets, or a condition that is only kept. */
export function RowEditor({ row, brackets, onChange, onDuplicate, onRemove }: Props) {
  const { t } = useTranslation('conditions');
  const locale = useLocale();
  const names = useNames();
  const flip = row.kind === 'kept' ? undefined : () => onChange({ ...row, not: !row.not });
  return (
    <div className={styles.row} data-kind={row.kind}>
      <div className={styles.content}>
        {row.kind === 'leaf' && <LeafEditor leaf={row.leaf} onChange={(leaf) => onChange({ ...row, leaf })} />}
        {brackets}
        {row.kind === 'kept' && (
          <div>
            <Text size="sm">{conditionWords(row.condition, locale, names)}</Text>
            <Text size="xs" c="dimmed">
              {t('kept')}
            </Text>
          </div>
        )}
        {row.kind !== 'kept' && row.not && <span className={styles.not}>{t('not')}</span>}
      </div>
      <RowMenu isNot={row.kind !== 'kept' && row.not} onFlip={flip} onDuplicate={onDuplicate} onRemove={onRemove} />
    </div>
  );
}
