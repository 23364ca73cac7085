import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { approvalsQuery } from '../../api/comments.ts';
import { useFmt } from '../../use-fmt.ts';
import { useSession } from '../session/use-session.ts';
import facts from '../dialogs/dialogs.module.css';
import classes from '../versions/versions.module.css';

/** Who asked, wanted changes and approved before a version, when, and what exactly (the first letters of its hash). */
export function ApprovalHistory({ version }: { version: number }) {
  const { t } = useTranslation('approval');
  const fmt = useFmt();
  const { id } = useSession();
  const { data } = useQuery(approvalsQuery(id));
  const entries = (data ?? []).filter((one) => one.version === version);
  if (entries.length === 0) return null;
  return (
    <dl className={facts.facts}>
      <div className={classes.fact}>
        <dt>{t('history.title')}</dt>
        <dd>
          <ul className={classes.lines}>
            {entries.map(({ did, by, at, text, hash }) => (
              <li key={`${at} ${did}`}>
                {t(`history.${did}`, {
                  who: by === null ? t('somebody') : t('named', { name: by }),
                  at: fmt.full(at),
                  hash: hash.slice(0, 8),
                })}
                {text && ` ${t('history.text', { text })}`}
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  );
}
