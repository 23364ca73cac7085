import type { PlannedMail } from '@tabiji/shared/api/planned.ts';
import { useTranslation } from 'react-i18next';
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useFmt } from '../../use-fmt.ts';
import { useMailWords } from './use-mail-words.ts';
import styles from './planned.module.css';

/** How many mails, certain and possible; a press shows to whom. */
export function MailCounts({ mail, onOpen }: { mail: PlannedMail; onOpen: (mail: PlannedMail) => void }) {
  const { t } = useTranslation('planned');
  const fmt = useFmt();
  const { name } = useMailWords();
  return (
    <UnstyledButton className={styles.counts} onClick={() => onOpen(mail)}>
      <VisuallyHidden>{t('people.open', { mail: name(mail) })}</VisuallyHidden>
      {mail.certain > 0 && <span>{fmt.number(mail.certain)}</span>}
      {mail.possible > 0 && <span className={styles.may}>{t('upTo', { count: mail.possible })}</span>}
    </UnstyledButton>
  );
}
