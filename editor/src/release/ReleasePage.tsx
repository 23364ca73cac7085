import type { ReleaseStanding } from '@tabiji/shared/api/release.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { release } from '../api/release.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { BeginHold } from './BeginHold.tsx';
import { EarlierHolds } from './EarlierHolds.tsx';
import { HeldMails } from './HeldMails.tsx';

const route = getRouteApi('/journeys/$id/release');

/** The first mails of a journey, to be looked at before any of them goes. */
export function ReleasePage() {
  const { id } = route.useParams();
  const query = useQuery(release.standing(id));
  if (query.data)
    return query.data.hold || query.data.releasing ? (
      <HeldMails standing={query.data} />
    ) : (
      <NoHold standing={query.data} />
    );
  return (
    <Page>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}

/** Mails go by themselves: how to have them wait, and who released some before. */
function NoHold({ standing }: { standing: ReleaseStanding }) {
  const { t } = useTranslation('release');
  const { journey, earlier } = standing;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        back={
          <TextLink to="/journeys/$id" params={{ id: journey.id }}>
            {t('back', { name: journey.name })}
          </TextLink>
        }
      />
      <BeginHold journey={journey} />
      <EarlierHolds earlier={earlier} />
    </Page>
  );
}
