import { Button, Text, UnstyledButton } from '@mantine/core';
import { IconParentheses, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { leafOf } from './fields.ts';
import { RowEditor } from './RowEditor.tsx';
import styles from './RowsEditor.module.css';
import type { GroupRow, LeafRow, Row, Sentence } from './sentence.ts';

interface Props {
  label: string;
  sentence: Sentence;
  canGroup: boolean;
  onChange: (sentence: Sentence) => void;
}

const newRow = (): LeafRow => ({ kind: 'leaf', leaf: leafOf('orders:count'), not: false });

/** A group with what its brackets now hold; brackets do not hold brackets. */
const inGroup = (group: GroupRow, { word, rows }: Sentence): GroupRow => ({
  ...group,
  word,
  rows: rows.filter((row) => row.kind !== 'group'),
});

/** Rows with one word between them, and the buttons that add to them. */
export function RowsEditor({ label, sentence, canGroup, onChange }: Props) {
  const { t } = useTranslation('conditions');
  const { word, rows } = sentence;
  const set = (changed: Row[]) => onChange({ word, rows: changed });
  return (
    <fieldset className={styles.rows} aria-label={label}>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('empty')}
        </Text>
      )}
      {rows.map((row, at) => (
        <div key={at} className={styles.line}>
          <span className={styles.before}>
            {at > 0 && (
              <UnstyledButton
                className={styles.word}
                title={t('switchWord')}
                onClick={() => onChange({ word: word === 'all' ? 'any' : 'all', rows })}
              >
                {t(`word.${word}`)}
              </UnstyledButton>
            )}
          </span>
          <RowEditor
            row={row}
            brackets={
              row.kind === 'group' && (
                <RowsEditor
                  label={t('group')}
                  sentence={row}
                  canGroup={false}
                  onChange={(inner) =>
                    set(inner.rows.length === 0 ? rows.toSpliced(at, 1) : rows.with(at, inGroup(row, inner)))
                  }
                />
              )
            }
            onChange={(changed) => set(rows.with(at, changed))}
            onDuplicate={() => set(rows.toSpliced(at, 0, row))}
            onRemove={() => set(rows.toSpliced(at, 1))}
          />
        </div>
      ))}
      <div className={styles.add}>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={16} stroke={1.75} />}
          onClick={() => set([...rows, newRow()])}
        >
          {t('add')}
        </Button>
        {canGroup && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconParentheses size={16} stroke={1.75} />}
            onClick={() =>
              set([
                ...rows,
                { kind: 'group', word: word === 'all' ? 'any' : 'all', rows: [newRow(), newRow()], not: false },
              ])
            }
          >
            {t('addGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
