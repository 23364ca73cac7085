import { CloseButton, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useSession, useSim } from '../session/use-session.ts';
import classes from './simulation.module.css';

/** What really would happen, and every “what if” beside it. */
export function WayTabs() {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const { sim } = useSession();
  const ways = useSim((state) => state.ways);
  const shown = useSim((state) => state.shown);
  if (ways.length < 2) return null;
  return (
    <Tabs className={classes.ways} value={String(shown)} onChange={(value) => sim.show(Number(value))}>
      <Tabs.List aria-label={t('ways')}>
        {ways.map(({ name }, i) => (
          <span key={i} className={classes.way}>
            <Tabs.Tab value={String(i)}>
              {i === 0 ? t('actual') : name ? t('ifPort', { port: name[locale] }) : t('ifOther')}
            </Tabs.Tab>
            {i > 0 && <CloseButton size="sm" aria-label={t('closeWay')} onClick={() => sim.closeWay(i)} />}
          </span>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
