import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { MailingForm } from './MailingForm.tsx';

/** A new mailing: to whom, what, when; and who would get it. */
export function NewMailingPage() {
  const { t } = useTranslation('planned');
  const catalogue = useQuery(queries.catalogue);
  const workspace = useQuery(queries.workspace);
  const back = (
    <TextLink to="/sending" search={{ view: 'mailings' }}>
      {t('form.back')}
    </TextLink>
  );
  return (
    <Page>
      <PageHeader title={t('form.title')} about={t('mailings.about')} back={back} />
      <Loaded query={workspace}>
        {({ timeZone }) => (
          <Loaded query={catalogue}>{(names) => <MailingForm catalogue={names} zone={timeZone} />}</Loaded>
        )}
      </Loaded>
    </Page>
  );
}
