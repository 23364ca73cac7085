import { Skeleton, UnstyledButton } from '@mantine/core';
import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { colour } from '../../tokens.ts';
import { useDocStore } from '../doc/use-doc.ts';
import styles from './FindingsList.module.css';
import { offsetOfLine } from './offset-of-line.ts';
import { openPlaces } from './open-places.ts';
import { OpenPlaces } from './OpenPlaces.tsx';
import side from './SidePane.module.css';

/** What to look at before the mail goes; each leads to its line. */
export function FindingsList({ findings }: { findings: readonly MailFinding[] | undefined }) {
  const { t } = useTranslation('mail');
  const others = findings?.filter(({ code }) => code !== 'placeholder') ?? [];
  const places = openPlaces(findings ?? []);
  const count = others.length + places.length;
  const locale = useLocale();
  const store = useDocStore();
  const go = (line: number) => {
    const { doc, select } = store.getState();
    select(offsetOfLine(doc.mjml, line), 'finding');
  };
  return (
    <>
      <h2 className={side.title}>
        {t('findings.title')}
        {count > 0 && <span className={styles.count}>{count}</span>}
      </h2>
      {!findings && <Skeleton height={60} />}
      {findings?.length === 0 && (
        <p className={styles.good}>
          <IconCircleCheck size={18} stroke={1.75} color={colour('start')} aria-hidden="true" />
          {t('findings.none')}
        </p>
      )}
      <OpenPlaces places={places} />
      {others.length > 0 && (
        <ul className={styles.list}>
          {others.map(({ code, severity, line, text }) => {
            const isError = severity === 'error';
            const Icon = isError ? IconAlertCircle : IconAlertTriangle;
            const words = (
              <>
                <Icon
                  className={styles.icon}
                  size={18}
                  stroke={1.75}
                  color={colour(isError ? 'error' : 'branch')}
                  aria-label={t(`findings.${severity}`)}
                />
                <span>
                  {text[locale]}
                  <span className={styles.line}>
                    {line === 0 ? t('findings.subject') : t('findings.line', { line })}
                  </span>
                </span>
              </>
            );
            return (
              <li key={`${code} ${line} ${text.en}`}>
                {line === 0 ? (
                  <div className={styles.row}>{words}</div>
                ) : (
                  <UnstyledButton className={styles.row} onClick={() => go(line)}>
                    {words}
                  </UnstyledButton>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
