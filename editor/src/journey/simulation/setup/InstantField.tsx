import { Button, Popover } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { TimeField } from '@tabiji/shared/nodes/fields/TimeField.tsx';
import { atLocal, localDate, localMillis } from '@tabiji/shared/time.ts';
import { dayOf } from '@tabiji/shared/time/day.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../../api/queries.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useFmt } from '../../../use-fmt.ts';
import classes from '../simulation.module.css';
import { isoDay } from '../../../ui/month/month.ts';
import { MonthGrid } from './MonthGrid.tsx';

interface Props {
  label: string;
  /** Epoch milliseconds. */
  value: number;
  onChange: (at: number) => void;
}

/** A day from a calendar and a time of day, in the workspace's zone. */
export function InstantField({ label, value, onChange }: Props) {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const fmt = useFmt();
  const [isOpen, setOpen] = useState(false);
  const { data: zone = 'Asia/Tokyo' } = useQuery({ ...queries.workspace, select: ({ timeZone }) => timeZone });
  const time = fmt.time(value);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          fullWidth
          variant="default"
          justify="flex-start"
          leftSection={<IconCalendar size={16} stroke={1.75} />}
          aria-label={`${label}: ${fmt.full(value)}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={classes.tabular}>{fmt.full(value)}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <MonthGrid
          value={dayOf(localMillis(value, zone))}
          onChange={(day) => onChange(atLocal(isoDay(day), time, zone))}
        />
        <div className={classes.time}>
          <TimeField
            label={t('calendar.time')}
            width={120}
            locale={locale}
            value={time}
            onChange={(next) => next !== undefined && onChange(atLocal(localDate(value, zone), next, zone))}
          />
          <Button variant="default" onClick={() => setOpen(false)}>
            {t('calendar.done')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
