import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ConflictDialog.module.css';
import type { ConflictRow } from './conflict-rows.ts';
import type { Choice } from './settle-conflict.ts';

interface Props {
  row: ConflictRow;
  who: string;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

/** One contradiction: what was there, what each side made of it, and which one stays. */
export function ConflictItem({ row, who, choice, onChoose }: Props) {
  const { t } = useTranslation('saving');
  const options = [
    { value: 'theirs', title: t('conflict.theirsOf', { who }), text: row.theirs },
    { value: 'mine', title: t('conflict.mineOf'), text: row.mine },
    { value: 'both', title: t('conflict.both'), text: '' },
  ];
  return (
    <li className={classes.item}>
      <Radio.Group
        label={<b>{row.title}</b>}
        {...(row.before && { description: t('conflict.before', { value: row.before }) })}
        value={choice}
        onChange={(value) => onChoose(value as Choice)}
      >
        <div className={classes.options}>
          {options.map(({ value, title, text }) => (
            <Radio.Card key={value} value={value} className={classes.option}>
              <Radio.Indicator />
              <span className={classes.words}>
                <span className={classes.whose}>{title}</span>
                {text !== '' && <span className={classes.value}>{text}</span>}
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
    </li>
  );
}
