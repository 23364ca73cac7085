import { Button } from '@mantine/core';
import { hasGathered } from '@tabiji/shared/api/hold-first.ts';
import { IconMailPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { release } from '../api/release.ts';
import { useFmt } from '../use-fmt.ts';

interface Props {
  journey: number;
  classes: { problems?: string; held?: string; long?: string; brief?: string };
}

/** There only while mails of the journey wait for a release: how many, and whether all have gathered; opens them. */
export function HoldButton({ journey, classes }: Props) {
  const { t } = useTranslation('release');
  const fmt = useFmt();
  const { data } = useQuery(release.standing(journey));
  if (!data?.hold) return null;
  const { hold, waiting } = data;
  const isReady = hasGathered({ waiting, first: hold.first });
  return (
    <Button
      component={Link}
      to={`/journeys/${journey}/release`}
      className={`${classes.problems} ${classes.held}`}
      variant={isReady ? 'light' : 'default'}
      color="yamabuki"
      leftSection={<IconMailPause size={18} stroke={1.75} />}
      aria-label={
        isReady ? t('openReady', { words: t('ready', { count: waiting }) }) : t('chipOf', { shown: fmt.short(waiting) })
      }
    >
      {isReady ? (
        <>
          <span className={classes.long}>{t('ready', { count: waiting })}</span>
          <b className={classes.brief}>{fmt.short(waiting)}</b>
        </>
      ) : (
        <>
          <span className={classes.long}>{t('chip')}</span> <b>{fmt.short(waiting)}</b>
        </>
      )}
    </Button>
  );
}
