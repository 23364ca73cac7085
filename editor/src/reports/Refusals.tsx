import { Button } from '@mantine/core';
import type { RefusalCount } from '@tabiji/shared/api/reports.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeopleAsked } from '../api/reports.ts';
import { useBecauseWords } from '../customers/use-because-words.ts';
import { Panel } from '../ui/Panel.tsx';
import { useFmt } from '../use-fmt.ts';
import { People } from './LazyPeople.tsx';
import styles from './Reports.module.css';
import type { Scope } from './use-scope.ts';

/** Why mails did not go, most frequent first, each with a way to the people. */
export function Refusals({ scope, refusals }: { scope: Scope; refusals: readonly RefusalCount[] }) {
  const { t } = useTranslation('reports');
  const becauseWords = useBecauseWords();
  const fmt = useFmt();
  const [open, setOpen] = useState<{ title: string; asked: PeopleAsked }>();
  const { period, journey, node } = scope;
  const most = Math.max(1, ...refusals.map(({ mails }) => mails));
  return (
    <Panel title={t('refusals.title')}>
      {refusals.length === 0 && <p className={styles.help}>{t('refusals.none')}</p>}
      <ul className={styles.reasons}>
        {refusals.map(({ state, because, mails }) => {
          const words = because === '' ? t('refusals.noReason') : becauseWords(because);
          return (
            <li key={`${state} ${because}`}>
              <span className={styles.reason}>
                <span className={styles.second}>{t(`refusals.state.${state}`)}</span>
                {words}
              </span>
              <span className={styles.count}>
                {fmt.number(mails)} {t('unit.mails')}
              </span>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`${words} ${t('refusals.people')}`}
                onClick={() => setOpen({ title: words, asked: { ...period, journey, node, state, because } })}
              >
                {t('refusals.people')}
              </Button>
              <i className={styles.share} style={{ width: `${(100 * mails) / most}%` }} aria-hidden="true" />
            </li>
          );
        })}
      </ul>
      {open && <People {...open} onClose={() => setOpen(undefined)} />}
    </Panel>
  );
}
