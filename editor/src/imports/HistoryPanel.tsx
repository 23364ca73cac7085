import { useQuery } from '@tanstack/react-query';
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Card.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Skeletons } from '../ui/Skeletons.tsx';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import { historyColumns } from './history-columns.tsx';
import styles from './HistoryPanel.module.css';
import { imports } from '../api/imports.ts';

/** Imports that run and ran, newest first. */
export function HistoryPanel() {
  const { t } = useTranslation('imports');
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const query = useQuery(imports.list);
  return (
    <section className={styles.history} aria-label={t('history.title')}>
      <Title order={2}>{t('history.title')}</Title>
      <Loaded query={query} skeleton={<Skeletons rows={3} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('history.empty')}
            </Text>
          ) : (
            <Card flush>
              <DataTable
                label={t('history.title')}
                columns={historyColumns(t, fmt, now)}
                rows={rows}
                keyOf={({ id }) => id}
              />
            </Card>
          )
        }
      </Loaded>
    </section>
  );
}
