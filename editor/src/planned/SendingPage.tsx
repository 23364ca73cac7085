import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeletons } from '../ui/Skeletons.tsx';

const VIEWS = {
  calendar: lazy(async () => ({ default: (await import('./calendar/CalendarView.tsx')).CalendarView })),
  list: lazy(async () => ({ default: (await import('./list/PlannedView.tsx')).PlannedView })),
  mailings: lazy(async () => ({ default: (await import('./mailings/MailingsView.tsx')).MailingsView })),
  blackout: lazy(async () => ({ default: (await import('./blackout/BlackoutView.tsx')).BlackoutView })),
};
const NAMES = ['calendar', 'list', 'mailings', 'blackout'] as const;

/** What goes out when: as a calendar and as a list, mails to many, and the days on which nothing goes. */
export function SendingPage() {
  const { t } = useTranslation('planned');
  const { view = 'calendar' } = useSearch({ from: '/sending' });
  const navigate = useNavigate();
  const View = VIEWS[view];
  return (
    <Page>
      <PageHeader title={t('title')} about={t('about')}>
        <SegmentedControl
          aria-label={t('view.label')}
          value={view}
          data={NAMES.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={(next) =>
            void navigate({ to: '/sending', search: next === 'calendar' ? {} : { view: next }, replace: true })
          }
        />
      </PageHeader>
      <Suspense fallback={<Skeletons />}>
        <View />
      </Suspense>
    </Page>
  );
}
