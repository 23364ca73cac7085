import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { BrandForm } from './BrandForm.tsx';
import { mailQueries } from '../api/mails.ts';

/** What all mails of the workspace look like, beside a mail that looks so. */
export function BrandPage() {
  const { t } = useTranslation('brand');
  const query = useQuery(mailQueries.mailSettings);
  return (
    <Page>
      <PageHeader title={t('title')} about={t('about')} back={<TextLink to="/templates">{t('back')}</TextLink>} />
      <Loaded query={query}>{(settings) => <BrandForm settings={settings} />}</Loaded>
    </Page>
  );
}
