import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoc } from '../session/use-session.ts';
import { numbered } from './numbers.ts';
import { PrintRow } from './PrintRow.tsx';

/** Every step in reading order, numbered, branches set in. */
export function PrintTable() {
  const { t } = useTranslation('drawing');
  const graph = useDoc((state) => state.graph);
  const { rows, numbers } = useMemo(() => numbered(graph), [graph]);
  return (
    <table>
      <thead>
        <tr>
          <th>{t('print.number')}</th>
          <th>{t('print.step')}</th>
          <th>{t('print.what')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, item, level }) => (
          <PrintRow key={key} item={item} level={level} numbers={numbers} />
        ))}
      </tbody>
    </table>
  );
}
