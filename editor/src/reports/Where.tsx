import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { reports } from '../api/reports.ts';
import { TextLink } from '../ui/TextLink.tsx';
import { groupOf } from './period.ts';
import styles from './Reports.module.css';
import type { Scope } from './use-scope.ts';

/** What the page is about, from all journeys down to one mail; every step leads back. */
export function Where({ scope: { journey, node, period } }: { scope: Scope }) {
  const { t } = useTranslation('reports');
  const { data: journeys } = useQuery(queries.journeys);
  const { data: mails } = useQuery({
    ...reports.mails({ ...period, journey }, groupOf(period)),
    enabled: node !== undefined,
  });
  if (journey === undefined) return null;
  const name = journeys?.find(({ id }) => id === journey)?.name ?? '';
  const mail = mails?.mails.find((one) => one.node === node);
  return (
    <nav className={styles.where} aria-label={t('title')}>
      <TextLink to="/reports" search={period}>
        {t('all')}
      </TextLink>
      <span aria-hidden="true">/</span>
      {node === undefined ? (
        <strong aria-current="page">{name}</strong>
      ) : (
        <>
          <TextLink to="/reports" search={{ ...period, journey }}>
            {name}
          </TextLink>
          <span aria-hidden="true">/</span>
          <strong aria-current="page">{mail ? (mail.nodeName ?? mail.templateName) : node}</strong>
        </>
      )}
    </nav>
  );
}
