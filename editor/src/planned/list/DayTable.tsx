import type { PlannedMail } from '@tabiji/shared/api/planned.ts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Fmt } from '../../fmt.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { useFmt } from '../../use-fmt.ts';
import { MailCounts } from './MailCounts.tsx';
import { useMailWords } from './use-mail-words.ts';
import styles from './planned.module.css';

interface Props {
  label: string;
  mails: readonly PlannedMail[];
  onOpen: (mail: PlannedMail) => void;
}

/** The mails of one day, by journey and step. */
export function DayTable({ label, mails, onOpen }: Props) {
  const { t } = useTranslation('planned');
  const columns = columnsOf(t, useFmt(), useMailWords(), onOpen);
  const keyOf = (mail: PlannedMail) => `${mail.journey.id} ${mail.node} ${mail.template?.key}`;
  return <DataTable label={label} columns={columns} rows={mails} keyOf={keyOf} />;
}

function columnsOf(
  t: TFunction<'planned'>,
  fmt: Fmt,
  words: ReturnType<typeof useMailWords>,
  onOpen: Props['onOpen'],
): Column<PlannedMail>[] {
  const time = ({ from, to }: PlannedMail) =>
    fmt.time(from) === fmt.time(to) ? fmt.time(from) : `${fmt.time(from)}–${fmt.time(to)}`;
  const note = ({ held }: PlannedMail) =>
    held.map(({ why, count }) => t('heldOf', { why: words.holds(why), count })).join(' ');
  return [
    {
      id: 'mail',
      title: t('columns.mail'),
      grows: true,
      cell: (mail) => (
        <>
          <div className={styles.mail}>{words.name(mail)}</div>
          <div className={styles.journey}>
            {mail.journey.kind === 'mailing' ? (
              t('mailing')
            ) : (
              <TextLink to="/journeys/$id" params={{ id: mail.journey.id }} search={{ node: mail.node }} size="xs">
                {mail.journey.name}
              </TextLink>
            )}
          </div>
          <span className={styles.onPhone}>{[time(mail), note(mail)].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      id: 'time',
      title: t('columns.time'),
      cell: time,
    },
    {
      id: 'note',
      title: t('columns.note'),
      cell: (mail) => <span className={styles.note}>{note(mail)}</span>,
    },
    {
      id: 'counts',
      title: t('columns.counts'),
      isNumber: true,
      onPhone: true,
      cell: (mail) => <MailCounts mail={mail} onOpen={onOpen} />,
    },
  ];
}
