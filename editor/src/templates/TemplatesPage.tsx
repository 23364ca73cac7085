import { Button } from '@mantine/core';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { TemplateRow } from '@tabiji/shared/api/mail.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconPalette, IconPlus } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { languageName } from '../language-name.ts';
import type { Fmt } from '../fmt.ts';
import { useLocale } from '../i18n/locale.ts';
import { withLabels } from '../mail/html/liquid-label.ts';
import { Card } from '../ui/Card.tsx';
import { DataTable, type Column } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import { NEW_TEMPLATE } from './new-template.ts';
import styles from './TemplatesPage.module.css';
import { mailQueries } from '../api/mails.ts';

/** Every mail that journeys may send. */
export function TemplatesPage() {
  const { t } = useTranslation('templates');
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const query = useQuery(mailQueries.templates);
  const locale = useLocale();
  const button = (
    <Button component={Link} to={`/templates/${NEW_TEMPLATE}`} leftSection={<IconPlus size={18} stroke={1.75} />}>
      {t('create')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('title')} about={t('about')}>
        <Button
          component={Link}
          to="/settings/brand"
          variant="default"
          leftSection={<IconPalette size={18} stroke={1.75} />}
        >
          {t('brand')}
        </Button>
        {query.data?.length ? button : null}
      </PageHeader>
      <Loaded query={query}>
        {(templates) => (
          <Card flush>
            {templates.length > 0 ? (
              <DataTable
                label={t('title')}
                columns={columnsOf(t, fmt, locale, now)}
                rows={templates}
                keyOf={({ key }) => key}
              />
            ) : (
              <EmptyState title={t('empty.title')} body={t('empty.body')} action={button} />
            )}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}

const columnsOf = (t: TFunction<'templates'>, fmt: Fmt, locale: Locale, now: number): Column<TemplateRow>[] => [
  {
    id: 'name',
    title: t('columns.name'),
    cell: ({ key, name }) => (
      <TextLink to="/templates/$key" params={{ key }} className={styles.name}>
        {name}
      </TextLink>
    ),
  },
  {
    id: 'subject',
    title: t('columns.subject'),
    grows: true,
    cell: ({ subject }) => <span className={styles.muted}>{withLabels(subject, locale)}</span>,
  },
  {
    id: 'languages',
    title: t('columns.languages'),
    cell: ({ language, others }) => (
      <span className={styles.muted}>
        {[language, ...others].map((one) => languageName(one, locale)).join(t('between'))}
      </span>
    ),
  },
  { id: 'key', title: t('columns.key'), cell: ({ key }) => <span className={styles.muted}>{key}</span> },
  {
    id: 'updated',
    title: t('columns.updated'),
    isNumber: true,
    onPhone: true,
    cell: ({ updatedAt }) => (
      <time dateTime={updatedAt} title={fmt.full(updatedAt)} className={styles.muted}>
        {fmt.ago(updatedAt, now)}
      </time>
    ),
  },
];
