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

interface Props {
  findings: readonly MailFinding[] | undefined;
  /** Goes to the subject or the preheader and marks words there. */
  onField: (field: 'subject' | 'preheader', words: string) => void;
}

/** What to look at before the mail goes; each leads to its line. */
export function FindingsList({ findings, onField }: Props) {
  const { t } = useTranslation('mail');
  const others = findings?.filter(({ code }) => code !== 'placeholder') ?? [];
  const places = openPlaces(findings ?? []);
  const count = others.length + places.length;
  const locale = useLocale();
  const store = useDocStore();
  const go = (line: number) => {
    const { doc, select } = store.getState();
    if (line === 0) onField('subject', doc.subject);
    else select(offsetOfLine(doc.mjml, line), 'finding');
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
      <OpenPlaces places={places} onField={onField} />
      {others.length > 0 && (
        <ul className={styles.list}>
          {others.map(({ code, severity, line, text }) => {
            const isError = severity === 'error';
            const Icon = isError ? IconAlertCircle : IconAlertTriangle;
            return (
              <li key={`${code} ${line} ${text.en}`}>
                <UnstyledButton className={styles.row} onClick={() => go(line)}>
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
                </UnstyledButton>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
