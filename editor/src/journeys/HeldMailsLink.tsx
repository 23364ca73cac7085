import { hasGathered } from '@tabiji/shared/api/hold-first.ts';
import { IconMailPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/TextLink.tsx';
import styles from './JourneysTable.module.css';

interface Props {
  journey: number;
  waiting: number;
  /** How many somebody wanted to look at. */
  first: number;
}

/** Leads to a journey's mails that wait for a release; calls for somebody once all of them have gathered. */
export function HeldMailsLink({ journey, waiting, first }: Props) {
  const { t } = useTranslation('results');
  const isReady = hasGathered({ waiting, first });
  return (
    <TextLink
      to="/journeys/$id/release"
      params={{ id: journey }}
      className={styles.held}
      data-ready={isReady || undefined}
    >
      <IconMailPause size={16} stroke={1.75} aria-hidden="true" />
      {isReady
        ? t('trouble.short.unreleased', { count: waiting })
        : t('trouble.short.gathering', { count: waiting, first })}
    </TextLink>
  );
}
