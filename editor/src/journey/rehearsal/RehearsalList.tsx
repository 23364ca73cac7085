import { Checkbox } from '@mantine/core';
import type { Rehearsal } from '@tabiji/shared/api/rehearsals.ts';
import { useTranslation } from 'react-i18next';
import { makeFmt } from '../../fmt.ts';
import { useLocale } from '../../i18n/locale.ts';
import { progressOf, sendable, type Sending } from './progress.ts';
import { RehearsalRow } from './RehearsalRow.tsx';
import classes from './rehearsal.module.css';

interface Props {
  rehearsal: Rehearsal;
  /** Positions that are left out. */
  left: ReadonlySet<number>;
  onLeave: (left: ReadonlySet<number>) => void;
  sending: Sending | null;
}

/** The mails in their order, on the customer's own clock; each can be left out. */
export function RehearsalList({ rehearsal: { mails, zone }, left, onLeave, sending }: Props) {
  const { t } = useTranslation('rehearsal');
  const fmt = makeFmt(useLocale(), zone);
  const able = sendable(mails);
  const chosen = able.filter((mail) => !left.has(mail)).length;
  const toggle = (mail: number, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(mail);
    else next.add(mail);
    onLeave(next);
  };
  return (
    <div className={classes.mails}>
      <div className={classes.all}>
        <Checkbox
          label={t('mails', { count: mails.length })}
          disabled={able.length === 0}
          checked={chosen > 0 && chosen === able.length}
          indeterminate={chosen > 0 && chosen < able.length}
          onChange={({ currentTarget }) => onLeave(new Set(currentTarget.checked ? [] : able))}
        />
      </div>
      <ol className={classes.list} aria-label={t('list')}>
        {mails.map((mail, i) => (
          <RehearsalRow
            key={`${mail.node} ${mail.at} ${i}`}
            mail={mail}
            when={fmt.compact(mail.at, mails[0]?.at ?? mail.at)}
            isChosen={mail.standing === 'goes' && !left.has(i)}
            onChoose={(isChosen) => toggle(i, isChosen)}
            progress={progressOf(sending, i)}
          />
        ))}
      </ol>
    </div>
  );
}
