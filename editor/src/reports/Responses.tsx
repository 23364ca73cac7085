import { Button } from '@mantine/core';
import type { MailFigures } from '@tabiji/shared/api/reports.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import { useFmt } from '../use-fmt.ts';
import { People } from './LazyPeople.tsx';
import { bouncedIn } from './metrics.ts';
import styles from './Reports.module.css';
import type { Scope } from './use-scope.ts';

/** Mails that came back, and those that were reported as spam, each with a way to the people. */
export function Responses({ scope: { period, journey, node }, mails }: { scope: Scope; mails: MailFigures }) {
  const { t } = useTranslation('reports');
  const fmt = useFmt();
  const [open, setOpen] = useState<'bounced' | 'complained'>();
  const counts = { bounced: bouncedIn(mails), complained: mails.complained };
  const rows = (['bounced', 'complained'] as const).filter((what) => counts[what] > 0);
  return (
    <Panel title={t('responses.title')}>
      {rows.length === 0 && <p className={styles.help}>{t('responses.none')}</p>}
      <ul className={styles.reasons}>
        {rows.map((what) => (
          <li key={what}>
            <span className={styles.reason}>{t(`responses.${what}`)}</span>
            <span className={styles.count}>
              {fmt.number(counts[what])} {t('unit.mails')}
            </span>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`${t(`responses.${what}`)} ${t('refusals.people')}`}
              onClick={() => setOpen(what)}
            >
              {t('refusals.people')}
            </Button>
          </li>
        ))}
      </ul>
      {open && (
        <People
          title={t(`responses.${open}`)}
          asked={{ ...period, journey, node, told: open }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Panel>
  );
}
