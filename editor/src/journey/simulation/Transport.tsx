import { ActionIcon, Select, Tooltip } from '@mantine/core';
import {
  IconListDetails,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerTrackNextFilled,
  IconPlayerTrackPrevFilled,
} from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { makeFmt } from '../../fmt.ts';
import { useSession, useSim } from '../session/use-session.ts';
import { stopBeside } from './seen.ts';
import { TimeLine } from './TimeLine.tsx';
import classes from './Transport.module.css';
import { usePlaying } from './use-playing.ts';

/** Days of the journey in a second of ours. */
const SPEEDS = { day: 1, week: 7, month: 30 } as const;
const SPEED_NAMES = ['day', 'week', 'month'] as const;

/** ◀◀ ▶ ▶▶ and the time line, below the canvas as long as somebody is sent through. */
export function Transport() {
  const seen = useSim((state) => state.seen);
  return seen && seen.to > seen.from ? <Controls zone={seen.trace.zone} /> : null;
}

function Controls({ zone }: { zone: string }) {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const { sim, ui } = useSession();
  const fmt = useMemo(() => makeFmt(locale, zone), [locale, zone]);
  const at = useSim((state) => state.at);
  const isPlaying = useSim((state) => state.isPlaying);
  const [speed, setSpeed] = useState<keyof typeof SPEEDS>('day');
  usePlaying(SPEEDS[speed]);
  const jump = (by: 1 | -1) => {
    const { seen } = sim.store.getState();
    sim.play(false);
    if (seen) sim.moveTo(stopBeside(seen, at, by));
  };
  useEffect(() => () => sim.play(false), [sim]);
  const buttons = [
    { icon: IconPlayerTrackPrevFilled, label: t('transport.before'), act: () => jump(-1) },
    {
      icon: isPlaying ? IconPlayerPauseFilled : IconPlayerPlayFilled,
      label: t(isPlaying ? 'transport.pause' : 'transport.play'),
      act: () => sim.play(!isPlaying),
    },
    { icon: IconPlayerTrackNextFilled, label: t('transport.next'), act: () => jump(1) },
  ];
  return (
    <fieldset className={classes.transport} aria-label={t('transport.label')}>
      <div className={classes.buttons}>
        {buttons.map(({ icon: Icon, label, act }) => (
          <Tooltip key={label} label={label}>
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} onClick={act}>
              <Icon size={16} />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
      <TimeLine fmt={fmt} />
      <output className={classes.now}>{fmt.compact(at, at)}</output>
      <ActionIcon
        className={classes.list}
        variant="default"
        size={36}
        aria-label={t('trace')}
        onClick={() => ui.showPanel()}
      >
        <IconListDetails size={18} stroke={1.75} />
      </ActionIcon>
      <Select
        className={classes.speed}
        aria-label={t('transport.speed')}
        data={SPEED_NAMES.map((value) => ({ value, label: t(`transport.perSecond.${value}`) }))}
        value={speed}
        onChange={(value) => value && setSpeed(value)}
      />
    </fieldset>
  );
}
