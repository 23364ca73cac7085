import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '../outline/items.ts';
import { rowsOf } from '../outline/rows.ts';
import { useDoc } from '../session/use-session.ts';
import { PrintRow } from './PrintRow.tsx';

const NOTHING: ReadonlySet<string> = new Set();

/** Every step in reading order, numbered, branches set in. */
export function PrintTable() {
  const { t } = useTranslation('drawing');
  const graph = useDoc((state) => state.graph);
  const rows = useMemo(() => rowsOf(itemsOf(graph), NOTHING), [graph]);
  const numbers = useMemo(() => {
    const nodes = rows.flatMap(({ item }) => (item.kind === 'node' ? [item.id] : []));
    return new Map(nodes.map((id, i) => [id, i + 1]));
  }, [rows]);
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
