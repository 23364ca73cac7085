import { useMediaQuery } from '@mantine/hooks';
import type { Planned, PlannedMail } from '@tabiji/shared/api/planned.ts';
import { DAY_LENGTH } from '@tabiji/shared/time/day.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planning } from '../../api/planned.ts';
import { queries } from '../../api/queries.ts';
import { useLocale } from '../../i18n/locale.ts';
import { Card } from '../../ui/Card.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useFmt } from '../../use-fmt.ts';
import { DayTable } from '../list/DayTable.tsx';
import { Notices } from '../list/Notices.tsx';
import { PeopleDialog } from '../list/PeopleDialog.tsx';
import planned from '../list/planned.module.css';
import { factsOf } from './day-facts.ts';
import { DayList } from './DayList.tsx';
import { MonthHead } from './MonthHead.tsx';
import { MonthTable } from './MonthTable.tsx';
import { useDayNames } from './use-day-names.ts';

/** As far ahead as mails are foreseen, in days. */
const AHEAD = 62;

/** The month with its mails, holidays and blackout days; below it the day that is chosen. */
export function CalendarView() {
  const query = useQuery(planning.planned(AHEAD));
  return <Loaded query={query}>{(data) => <Month key={data.first} data={data} />}</Loaded>;
}

function Month({ data }: { data: Planned }) {
  const { t } = useTranslation('planned');
  const fmt = useFmt();
  const locale = useLocale();
  const names = useDayNames();
  const isPhone = useMediaQuery('(max-width: 700px)');
  const { data: blackout } = useQuery({ ...queries.workspace, select: ({ rules }) => rules.blackout });
  const [today, last] = [Date.parse(data.first) / DAY_LENGTH, Date.parse(data.last) / DAY_LENGTH];
  const [selected, setSelected] = useState(today);
  const [opened, setOpened] = useState<PlannedMail>();
  const facts = useMemo(() => factsOf(data.mails, blackout, locale), [data.mails, blackout, locale]);
  const { mails } = facts(selected);
  const Days = isPhone ? DayList : MonthTable;
  const day = names.full(selected);
  return (
    <div className={planned.days}>
      <Notices planned={data} />
      <div>
        <div className={planned.foot}>
          <MonthHead today={today} day={selected} onGo={setSelected} />
          <span className={planned.how}>{t('asOf', { at: fmt.full(data.at) })}</span>
        </div>
        <Card flush>
          <Days today={today} selected={selected} onSelect={setSelected} factsOf={facts} />
        </Card>
      </div>
      <section aria-label={t('calendar.day', { day })}>
        <div className={planned.head}>
          <h2>{day}</h2>
        </div>
        {mails.length > 0 ? (
          <Card flush>
            <DayTable label={t('table', { day })} mails={mails} onOpen={setOpened} />
          </Card>
        ) : (
          <p className={planned.how}>
            {selected < today ? t('calendar.past') : selected > last ? t('calendar.beyond') : t('calendar.quiet')}
          </p>
        )}
      </section>
      <p className={planned.how}>{t('how')}</p>
      {opened && <PeopleDialog mail={opened} onClose={() => setOpened(undefined)} />}
    </div>
  );
}
