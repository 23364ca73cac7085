import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { planning } from '../../api/planned.ts';
import { queries } from '../../api/queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { MailingForm } from './MailingForm.tsx';
import { isChangeable } from './plan-of.ts';

/** A mailing that has not begun: whom it is for, what it says, in whose name, and when. */
export function ChangeMailingPage() {
  const { t } = useTranslation(['planned', 'gate']);
  const { id } = useParams({ from: '/sending/$id' });
  const catalogue = useQuery(queries.catalogue);
  const workspace = useQuery(queries.workspace);
  const mailings = useQuery({ ...planning.mailings, refetchInterval: false });
  const back = (
    <TextLink to="/sending" search={{ view: 'mailings' }}>
      {t('form.back')}
    </TextLink>
  );
  return (
    <Page>
      <PageHeader title={t('gate:mailing.title')} about={t('gate:mailing.about')} back={back} />
      <Loaded query={mailings}>
        {(all) => {
          const mailing = all.find((one) => one.id === id);
          if (!mailing || !isChangeable(mailing))
            return <EmptyState title={t('gate:mailing.late')} body={t('gate:mailing.lateBody')} />;
          return (
            <Loaded query={workspace}>
              {({ timeZone }) => (
                <Loaded query={catalogue}>
                  {(names) => <MailingForm key={id} catalogue={names} zone={timeZone} mailing={mailing} />}
                </Loaded>
              )}
            </Loaded>
          );
        }}
      </Loaded>
    </Page>
  );
}
