import { Select } from '@mantine/core';
import type { ImportKind, ImportPreview } from '@tabiji/shared/api/imports.ts';
import { useTranslation } from 'react-i18next';
import { choicesFor, type Mapping } from './mapping.ts';
import styles from './PreparePanel.module.css';
import { useFieldWords } from './use-field-words.ts';

interface Props {
  kind: ImportKind;
  preview: ImportPreview;
  mapping: Mapping;
  onMap: (column: number, field: string | null) => void;
}

const LEFT_OUT = '-';

/** Which column goes where, with the first values of each. */
export function ColumnsTable({ kind, preview, mapping, onMap }: Props) {
  const { t } = useTranslation('imports');
  const words = useFieldWords(kind);
  const required = new Set(preview.fields.filter((field) => field.required).map(({ field }) => field));
  const labelOf = (field: string) => (required.has(field) ? `${words(field)} *` : words(field));
  return (
    <div className={styles.scroll}>
      <table className={styles.columns} aria-label={t('columns.title')}>
        <thead>
          <tr>
            <th scope="col">{t('columns.column')}</th>
            <th scope="col">{t('columns.field')}</th>
            <th scope="col">{t('columns.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(({ name, samples }, column) => {
            const present = mapping[column] ?? null;
            return (
              <tr key={column}>
                <th scope="row" className={present === null ? styles.out : undefined}>
                  {name}
                </th>
                <td>
                  <Select
                    className={styles.select}
                    aria-label={`${t('columns.field')}: ${name}`}
                    data={[
                      { value: LEFT_OUT, label: t('columns.leaveOut') },
                      ...choicesFor(preview, kind, column, present).map((value) => ({ value, label: labelOf(value) })),
                    ]}
                    value={present ?? LEFT_OUT}
                    searchable
                    onChange={(field) => onMap(column, field === LEFT_OUT ? null : field)}
                  />
                </td>
                <td className={styles.samples}>{samples.filter(Boolean).join(' · ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
