import type { SenderUse } from '@tabiji/shared/api/senders.ts';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/TextLink.tsx';
import styles from './senders.module.css';

/** The journeys and mails that name a sender. */
export function SenderUses({ uses }: { uses: readonly SenderUse[] }) {
  const { t } = useTranslation('senders');
  if (uses.length === 0) return null;
  return (
    <p className={styles.small}>
      {t('usedBy')}:{' '}
      {uses.map((use, at) => (
        <Fragment key={use.kind === 'journey' ? `j${use.id}` : `t${use.key}`}>
          {at > 0 && ' · '}
          {use.kind === 'journey' ? (
            <TextLink to="/journeys/$id" params={{ id: use.id }} size="xs">
              {use.name}
            </TextLink>
          ) : (
            <TextLink to="/templates/$key" params={{ key: use.key }} size="xs">
              {use.name}
            </TextLink>
          )}
        </Fragment>
      ))}
    </p>
  );
}
