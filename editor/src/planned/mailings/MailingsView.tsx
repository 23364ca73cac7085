import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { planning } from '../../api/planned.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import styles from '../list/planned.module.css';
import { MailingsTable } from './MailingsTable.tsx';

/** Mails to many: what is scheduled, what goes, what has gone. */
export function MailingsView() {
  const { t } = useTranslation('planned');
  const query = useQuery(planning.mailings);
  const button = (
    <Button component={Link} to="/sending/new" leftSection={<IconPlus size={18} stroke={1.75} />}>
      {t('mailings.create')}
    </Button>
  );
  return (
    <Loaded query={query}>
      {(mailings) => (
        <>
          <div className={styles.foot}>
            <span>{t('mailings.about')}</span>
            {mailings.length > 0 && button}
          </div>
          <Card flush>
            {mailings.length > 0 ? (
              <MailingsTable mailings={mailings} />
            ) : (
              <EmptyState title={t('mailings.empty.title')} body={t('mailings.empty.body')} action={button} />
            )}
          </Card>
        </>
      )}
    </Loaded>
  );
}
