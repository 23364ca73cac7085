import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import type { DnsRecord } from '@tabiji/shared/api/domains.ts';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './senders.module.css';

interface Props {
  title: string;
  record: DnsRecord;
  canCopy?: boolean;
}

/** One record of the DNS, as its form at a domain company asks for it. */
export function DnsRecordBox({ title, record: { type, name, value }, canCopy = false }: Props) {
  const { t } = useTranslation('senders');
  const row = (label: string, text: string) => (
    <div className={styles.recordRow}>
      <dt>{label}</dt>
      <dd>
        <code>{text}</code>
      </dd>
      {canCopy && (
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Tooltip label={t(copied ? 'record.copied' : 'record.copy')}>
              <ActionIcon
                variant="subtle"
                color="nezumi"
                aria-label={t(copied ? 'record.copied' : 'record.copyNamed', { label })}
                onClick={copy}
              >
                {copied ? <IconCheck size={16} stroke={1.75} /> : <IconCopy size={16} stroke={1.75} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      )}
    </div>
  );
  return (
    <dl className={styles.record} aria-label={title}>
      <div className={styles.recordTitle}>{title}</div>
      {row(t('record.type'), type)}
      {row(t('record.name'), name)}
      {row(t('record.value'), value)}
    </dl>
  );
}
