import { Button, Checkbox } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { release } from '../api/release.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { WaitingLine } from './WaitingLine.tsx';
import styles from './release.module.css';

interface Props {
  journey: number;
  /** How many wait: when that changes, the list is asked for again. */
  waiting: number;
  chosen: ReadonlySet<number>;
  onChoose: (chosen: ReadonlySet<number>) => void;
  onWithdraw: () => void;
}

/** The mails that wait, the oldest first; some can be chosen and taken back. */
export function WaitingList({ journey, waiting, chosen, onChoose, onWithdraw }: Props) {
  const { t } = useTranslation('release');
  const query = useInfiniteQuery(release.mails(journey, waiting));
  return (
    <nav className={styles.list} aria-label={t('list')}>
      <Loaded query={query}>
        {({ pages }) => {
          const mails = pages.flatMap((page) => page.mails);
          const isChosen = (id: number) => chosen.has(id);
          const all = mails.length > 0 && mails.every(({ id }) => isChosen(id));
          const some = mails.filter(({ id }) => isChosen(id)).length;
          if (mails.length === 0) return <p className={styles.none}>{t('none')}</p>;
          return (
            <>
              <div className={styles.bulk}>
                <Checkbox
                  label={some > 0 ? t('chosen', { count: some }) : t('chooseAll', { count: mails.length })}
                  checked={all}
                  indeterminate={some > 0 && !all}
                  onChange={() => onChoose(new Set(all ? [] : mails.map(({ id }) => id)))}
                />
                {some > 0 && (
                  <Button variant="outline" color="shu" size="compact-sm" onClick={onWithdraw}>
                    {t('withdraw.open')}
                  </Button>
                )}
              </div>
              {mails.map((mail) => (
                <WaitingLine
                  key={mail.id}
                  journey={journey}
                  mail={mail}
                  isChosen={isChosen(mail.id)}
                  onToggle={() => onChoose(toggled(chosen, mail.id))}
                />
              ))}
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
    </nav>
  );
}

function toggled(chosen: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
