import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useTranslation } from 'react-i18next';
import { useNodeLook } from '../canvas/use-node-look.ts';
import { usePortName } from '../canvas/use-port-words.ts';
import type { Item } from '../outline/items.ts';

interface Props {
  item: Item;
  level: number;
  /** Which number a step has in this table. */
  numbers: ReadonlyMap<NodeId, number>;
}

/** One line of the table: a step, the name of a branch, or where a way leads. */
export function PrintRow({ item, level, numbers }: Props) {
  const { t } = useTranslation('drawing');
  const inset = { paddingLeft: `${2 + (level - 1) * 4}mm` };
  const beside = { paddingLeft: `${14 + (level - 1) * 4}mm` }; // past the column of numbers
  switch (item.kind) {
    case 'node':
      return <StepRow id={item.id} inset={inset} number={numbers.get(item.id)} />;
    case 'branch':
      return <BranchRow item={item} inset={beside} />;
    case 'link':
    case 'jump':
      return <PlainRow inset={beside} text={t(`print.${item.kind}`, { number: numbers.get(item.to) ?? '–' })} />;
    case 'end':
      return <PlainRow inset={beside} text={t('print.end')} />;
    case 'loose':
      return <PlainRow inset={beside} text={t('print.loose')} />;
  }
}

type Inset = { inset: { paddingLeft: string } };

function StepRow({ id, number, inset }: { id: NodeId; number: number | undefined } & Inset) {
  const { t } = useTranslation('journey');
  const look = useNodeLook(id);
  if (!look) return null;
  return (
    <tr>
      <td className="number">{number}</td>
      <td style={inset}>{look.isOff ? `${look.title}（${t('card.off')}）` : look.title}</td>
      <td>{look.note ? `${look.said} ｜ ${look.note}` : look.said}</td>
    </tr>
  );
}

function BranchRow({ item, inset }: { item: Extract<Item, { kind: 'branch' }> } & Inset) {
  const name = usePortName(item.from);
  return (
    <tr data-branch>
      <td colSpan={3} style={inset}>
        {name}
      </td>
    </tr>
  );
}

const PlainRow = ({ text, inset }: { text: string } & Inset) => (
  <tr>
    <td colSpan={3} style={inset}>
      → {text}
    </td>
  </tr>
);
