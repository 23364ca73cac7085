import type { SendingDomain } from '@tabiji/shared/api/domains.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import { Status } from '../ui/Status.tsx';
import { DnsRecordBox } from './DnsRecordBox.tsx';
import { HoldNote } from './HoldNote.tsx';
import styles from './senders.module.css';
import { STATE_TOKENS } from './state-tokens.ts';

/** What the DNS says of a domain, in sentences, with the records to publish. */
export function FindingList({ domain: { domain, findings, holds } }: { domain: SendingDomain }) {
  const { t } = useTranslation(['senders', 'gate']);
  const locale = useLocale();
  if (findings.length === 0) return null;
  const isHeld = holds.some(({ accepted }) => accepted === null);
  return (
    <>
      {isHeld && <p className={styles.effect}>{t('gate:hold.effect')}</p>}
      <ul className={styles.findings}>
        {findings.map(({ topic, state, text, record, remove }) => (
          <li key={topic}>
            <div className={styles.line}>
              <strong>{t(`domains.topic.${topic}`)}</strong>
              <Status token={STATE_TOKENS[state]} isHollow={state === 'unknown'}>
                {t(`domains.state.${state}`)}
              </Status>
            </div>
            <p className={styles.advice}>{text[locale]}</p>
            {remove?.map((old) => (
              <DnsRecordBox key={old.value} title={t('record.remove')} record={old} />
            ))}
            {record && <DnsRecordBox title={t('record.add')} record={record} canCopy />}
            <HoldNote domain={domain} hold={holds.find((one) => one.topic === topic)} />
          </li>
        ))}
      </ul>
    </>
  );
}
