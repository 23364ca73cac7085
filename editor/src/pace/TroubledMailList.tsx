import { Table, Text } from '@mantine/core';
import type { TroubledMail } from '@tabiji/shared/api/pace.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pace } from '../api/pace.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { useFmt } from '../use-fmt.ts';
import styles from './pace.module.css';

/** The mails that made a sender stop, the newest first. */
export function TroubledMailList({ sender }: { sender: string }) {
  const { t } = useTranslation('pace');
  const fmt = useFmt();
  const query = useQuery(pace.mails(sender));
  const kindOf = ({ kind, class: of }: TroubledMail) =>
    t(kind === 'complained' ? 'pause.kinds.complained' : of === 'hard' ? 'pause.kinds.hard' : 'pause.kinds.sender');
  return (
    <Loaded query={query}>
      {({ mails }) =>
        mails.length === 0 ? (
          <Text size="sm" mt="md">
            {t('pause.noMails')}
          </Text>
        ) : (
          <div className={styles.scroll}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  {(['at', 'kind', 'mail', 'customer'] as const).map((column) => (
                    <Table.Th key={column}>{t(`pause.columns.${column}`)}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {mails.map((mail, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- news of a mail has no name of its own
                  <Table.Tr key={at}>
                    <Table.Td className={styles.when}>{fmt.full(mail.at)}</Table.Td>
                    <Table.Td>
                      {kindOf(mail)}
                      {mail.detail && <p className={styles.small}>{mail.detail}</p>}
                    </Table.Td>
                    <Table.Td>
                      {mail.subject ?? mail.template}
                      {mail.journey && <p className={styles.small}>{mail.journey}</p>}
                    </Table.Td>
                    <Table.Td className={styles.when}>
                      <TextLink to="/customers/$id" params={{ id: mail.customerId }}>
                        {t('pause.customer', { id: mail.customerId })}
                      </TextLink>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )
      }
    </Loaded>
  );
}
