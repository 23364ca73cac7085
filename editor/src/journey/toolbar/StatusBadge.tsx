import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { lookOf } from '../../journey-life/life.ts';
import { colour } from '../../tokens.ts';
import { useSaved, useSession } from '../session/use-session.ts';
import classes from './Toolbar.module.css';

/** 公開中 v7, 一時停止中 v7, 下書き; how far a resume or stop is; whether the draft has changes that are not published. */
export function StatusBadge() {
  const { t } = useTranslation('journey');
  const { t: versions } = useTranslation('publishing');
  const { id, ui } = useSession();
  const { data } = useQuery(queries.journey(id));
  const changed = useSaved((saved) => saved.changed);
  if (!data) return null;
  const { status, change } = data;
  const { token, isHollow } = lookOf[status];
  const said = (
    <>
      <i style={{ color: colour(token) }} />
      {t(`status.${status}`, { version: data.version ?? 1 })}
      {change && (
        <small>{t(`status.${change.do}`, { done: Math.min(change.done, change.total), total: change.total })}</small>
      )}
      {data.version !== null && changed && !change && <small>{t('status.changed')}</small>}
    </>
  );
  const filled = { 'data-filled': !isHollow || undefined };
  if (data.version === null)
    return (
      <span className={classes.status} {...filled}>
        {said}
      </span>
    );
  return (
    <Tooltip label={versions('versions.button')}>
      <UnstyledButton className={classes.status} {...filled} aria-haspopup="dialog" onClick={() => ui.show('versions')}>
        {said}
        <IconChevronDown size={16} stroke={1.75} aria-label={versions('versions.button')} />
      </UnstyledButton>
    </Tooltip>
  );
}
