import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { useSaved, useSession } from '../session/use-session.ts';
import classes from './Toolbar.module.css';

/** 稼働中 v7, 下書き; and whether the draft has changes that are not published. */
export function StatusBadge() {
  const { t } = useTranslation('journey');
  const { id } = useSession();
  const { data } = useQuery(queries.journey(id));
  const changed = useSaved((saved) => saved.changed);
  if (!data) return null;
  const isLive = data.status === 'live';
  return (
    <span className={classes.status} data-live={isLive || undefined}>
      <i />
      {isLive ? t('status.live', { version: data.version ?? 1 }) : t('status.draft')}
      {isLive && changed && <small>{t('status.changed')}</small>}
    </span>
  );
}
