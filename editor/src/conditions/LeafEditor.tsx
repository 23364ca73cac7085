import { unitOf } from '@tabiji/shared/conditions/words.ts';
import { useTranslation } from 'react-i18next';
import { CpmChoice } from './CpmChoice.tsx';
import { FieldSelect } from './FieldSelect.tsx';
import { hasSince, isNumeric, operatorsFor, withOperator } from './fields.ts';
import { hasGap } from './gaps.ts';
import styles from './LeafEditor.module.css';
import { MessageChoice } from './MessageChoice.tsx';
import { OperatorSelect } from './OperatorSelect.tsx';
import { SegmentChoice } from './SegmentChoice.tsx';
import type { Leaf } from './sentence.ts';
import { SinceSelect } from './SinceSelect.tsx';
import { ValueField } from './ValueField.tsx';
import { WhereEditor } from './WhereEditor.tsx';

/** One test as a sentence: what, compared how, with what, counted since when. */
export function LeafEditor({ leaf, onChange }: { leaf: Leaf; onChange: (leaf: Leaf) => void }) {
  const { t } = useTranslation('conditions');
  const unit = unitOf(leaf);
  return (
    <div className={styles.leaf} data-open={hasGap(leaf) || undefined}>
      <div className={styles.words}>
        {'since' in leaf || hasSince(leaf) ? <SinceSelect leaf={leaf} onChange={onChange} /> : null}
        <FieldSelect leaf={leaf} onChange={onChange} />
        {'op' in leaf && !('cpm' in leaf) && (
          <span className={styles.test}>
            <OperatorSelect
              op={leaf.op}
              among={operatorsFor(leaf)}
              onChange={(op) => onChange(withOperator(leaf, op, isNumeric(leaf)))}
            />
            <span className={styles.value}>
              <ValueField
                op={leaf.op}
                isNumeric={isNumeric(leaf)}
                value={leaf.value}
                onChange={(value) => onChange({ ...leaf, value } as Leaf)}
              />
              {unit && <span>{t(`unit.${unit}`)}</span>}
            </span>
          </span>
        )}
        {'segment' in leaf && <SegmentChoice leaf={leaf} onChange={onChange} />}
        {'message' in leaf && <MessageChoice leaf={leaf} onChange={onChange} />}
        {'cpm' in leaf && <CpmChoice leaf={leaf} onChange={onChange} />}
      </div>
      {('orders' in leaf || 'event' in leaf) && <WhereEditor leaf={leaf} onChange={onChange} />}
    </div>
  );
}
