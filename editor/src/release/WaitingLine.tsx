import { Checkbox } from '@mantine/core';
import type { WaitingMail } from '@tabiji/shared/api/release.ts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import { FateMark } from './FateMark.tsx';
import styles from './release.module.css';

interface Props {
  journey: number;
  mail: WaitingMail;
  isChosen: boolean;
  onToggle: () => void;
}

/** A waiting mail in the list: to whom, which one, when it was due. */
export function WaitingLine({ journey, mail: { id, customer, to, template, dueAt, fate }, isChosen, onToggle }: Props) {
  const { t } = useTranslation('release');
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const name = customer.name || to || customer.externalId;
  return (
    <div className={styles.row}>
      <Checkbox aria-label={t('chooseOne', { name })} checked={isChosen} onChange={onToggle} />
      <Link
        to="/journeys/$id/release"
        params={{ id: journey }}
        search={{ mail: id }}
        className={styles.line}
        activeOptions={{ includeSearch: true }}
        activeProps={{ 'data-active': true, 'aria-current': 'page' }}
      >
        <span className={styles.who}>{name}</span>
        <time className={styles.at} dateTime={dueAt} title={t('due', { at: fmt.full(dueAt) })}>
          {fmt.compact(dueAt, now)}
        </time>
        <span className={styles.which}>{template.name}</span>
        {fate.kind !== 'goes' && (
          <span className={styles.fate}>
            <FateMark fate={fate} />
          </span>
        )}
      </Link>
    </div>
  );
}
