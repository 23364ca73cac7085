import { Select } from '@mantine/core';
import type { PlannedMail } from '@tabiji/shared/api/planned.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planning } from '../../api/planned.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { useFmt } from '../../use-fmt.ts';
import { byDay } from './by-day.ts';
import { DayTable } from './DayTable.tsx';
import { Notices } from './Notices.tsx';
import { PeopleDialog } from './PeopleDialog.tsx';
import styles from './planned.module.css';

const PERIODS = [7, 14, 30, 60];

/** What goes out on each of the next days. */
export function PlannedView() {
  const { t } = useTranslation('planned');
  const fmt = useFmt();
  const [days, setDays] = useState(14);
  const [opened, setOpened] = useState<PlannedMail>();
  const query = useQuery(planning.planned(days));
  return (
    <Loaded query={query}>
      {(planned) => (
        <div className={styles.days}>
          <div className={styles.foot}>
            <Select
              aria-label={t('days.label')}
              w={140}
              allowDeselect={false}
              data={PERIODS.map((count) => ({ value: String(count), label: t('days.of', { count }) }))}
              value={String(days)}
              onChange={(value) => setDays(Number(value ?? 14))}
            />
            <span className={styles.how}>{t('asOf', { at: fmt.full(planned.at) })}</span>
          </div>
          <Notices planned={planned} />
          {planned.mails.length === 0 && (
            <Card>
              <EmptyState
                title={t('none.title')}
                body={t('none.body')}
                action={<TextLink to="/journeys">{t('none.action')}</TextLink>}
              />
            </Card>
          )}
          {byDay(planned.mails).map(({ day, mails, certain, possible }) => {
            const name = fmt.day(mails[0]!.from);
            return (
              <section key={day} aria-label={name}>
                <div className={styles.head}>
                  <h2>{name}</h2>
                  <span className={styles.journey}>
                    {[
                      t('calendar.mails', { count: certain }),
                      possible > 0 ? t('calendar.may', { count: possible }) : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </div>
                <Card flush>
                  <DayTable label={t('table', { day: name })} mails={mails} onOpen={setOpened} />
                </Card>
              </section>
            );
          })}
          <p className={styles.how}>{t('how')}</p>
          {opened && <PeopleDialog mail={opened} onClose={() => setOpened(undefined)} />}
        </div>
      )}
    </Loaded>
  );
}
