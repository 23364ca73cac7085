import { useTranslation } from 'react-i18next';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** Stands here until the page is drawn. */
export function TemplatePage() {
  const { t } = useTranslation('shell');
  return (
    <Page>
      <PageHeader title={t('nav.templates')} />
    </Page>
  );
}
