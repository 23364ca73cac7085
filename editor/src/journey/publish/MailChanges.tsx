import { Button, Skeleton, Text } from '@mantine/core';
import type { MailChange } from '@tabiji/shared/api/versions.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useLocale } from '../../i18n/locale.ts';
import { Failure } from '../../ui/Failure.tsx';
import { MarkSign } from '../picture/MarkSign.tsx';
import { useSession } from '../session/use-session.ts';
import { calledIn } from './called-in.ts';
import { MailCompare } from './MailCompare.tsx';
import classes from './publish.module.css';

/** Mails whose text becomes another one, although their step may stay as it is. */
export function MailChanges({ restore }: { restore: number | undefined }) {
  const { t } = useTranslation('publishing');
  const locale = useLocale();
  const { id, autosave } = useSession();
  const [shown, setShown] = useState<MailChange>();
  const query = useQuery({
    queryKey: ['journey', id, 'mail-changes', restore],
    queryFn: async ({ signal }) => {
      if (restore === undefined) await autosave.flush();
      return api.journeys.mailChanges(id, restore, signal);
    },
    staleTime: 0,
    gcTime: 0,
  });
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={40} />;
  const changed = query.data;
  if (changed.length === 0) return null;
  return (
    <section>
      <Text component="h3" size="sm" fw={600} mb={4}>
        {t('mail.title')}
      </Text>
      <ul className={classes.changes} aria-label={t('mail.title')}>
        {changed.map((mail) => (
          <li key={`${mail.template} ${mail.language ?? ''}`} className={classes.change}>
            <MarkSign mark={mail.change} />
            <div className={classes.mailRow}>
              <span>
                <b>{calledIn(mail, locale)}</b>
                <span className={classes.line}>{t(`mail.${mail.change}`)}</span>
              </span>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={[t(mail.change === 'changed' ? 'mail.compare' : 'mail.look'), calledIn(mail, locale)].join(
                  ' ',
                )}
                onClick={() => setShown(mail)}
              >
                {t(mail.change === 'changed' ? 'mail.compare' : 'mail.look')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {shown && <MailCompare mail={shown} onClose={() => setShown(undefined)} />}
    </section>
  );
}
