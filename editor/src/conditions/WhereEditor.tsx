import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { EventCondition, OrdersCondition, PropertyTest } from '@tabiji/shared/conditions/condition.ts';
import { IconFilterPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PROPERTY_OPERATORS, withOperator } from './fields.ts';
import styles from './fields.module.css';
import { OperatorSelect } from './OperatorSelect.tsx';
import { ValueField } from './ValueField.tsx';
import where from './WhereEditor.module.css';

type Countable = OrdersCondition | EventCondition;

/** Which orders or events count: tests on the items, or on the event's properties. */
export function WhereEditor({ leaf, onChange }: { leaf: Countable; onChange: (leaf: Countable) => void }) {
  const { t } = useTranslation('conditions');
  const what = 'orders' in leaf ? 'order' : 'event';
  const tests = leaf.where ?? [];
  const set = (next: PropertyTest[]) => {
    const { where: _, ...rest } = leaf;
    onChange(next.length === 0 ? rest : { ...rest, where: next });
  };
  return (
    <div className={where.tests}>
      {tests.map((test, at) => (
        <div key={at} className={where.test}>
          <span className={where.what}>{t(`where.${what}`)}</span>
          <TextInput
            className={styles.name}
            aria-label={t('where.property')}
            placeholder={t(`where.examples.${what}`)}
            value={test.property}
            error={test.property === ''}
            onChange={({ currentTarget: { value } }) => set(tests.with(at, { ...test, property: value }))}
          />
          <OperatorSelect
            op={test.op}
            among={PROPERTY_OPERATORS}
            onChange={(op) => set(tests.with(at, withOperator(test, op, false)))}
          />
          <ValueField
            op={test.op}
            isNumeric={false}
            value={test.value}
            onChange={(value) => set(tests.with(at, { ...test, value }))}
          />
          <ActionIcon
            variant="subtle"
            color="nezumi"
            aria-label={t('where.remove')}
            onClick={() => set(tests.toSpliced(at, 1))}
          >
            <IconX size={16} stroke={1.75} />
          </ActionIcon>
        </div>
      ))}
      <Button
        className={where.add}
        variant="subtle"
        color="nezumi"
        size="compact-xs"
        leftSection={<IconFilterPlus size={14} stroke={1.75} />}
        onClick={() => set([...tests, { property: '', op: 'eq', value: '' }])}
      >
        {t(`where.add.${what}`)}
      </Button>
    </div>
  );
}
