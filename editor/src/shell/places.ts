import {
  IconChartBar,
  IconCalendarEvent,
  IconFileImport,
  IconFilter,
  IconMailbox,
  IconRoute,
  IconSettings,
  IconTemplate,
  IconUsers,
} from '@tabler/icons-react';

/** The pages of the rail, in its order. On phones the first four stay in sight. */
export const PLACES = [
  { to: '/journeys', name: 'journeys', Icon: IconRoute },
  { to: '/customers', name: 'customers', Icon: IconUsers },
  { to: '/segments', name: 'segments', Icon: IconFilter },
  { to: '/letters', name: 'letters', Icon: IconMailbox },
  { to: '/reports', name: 'reports', Icon: IconChartBar },
  { to: '/sending', name: 'sending', Icon: IconCalendarEvent },
  { to: '/templates', name: 'templates', Icon: IconTemplate },
  { to: '/import', name: 'import', Icon: IconFileImport },
  { to: '/settings', name: 'settings', Icon: IconSettings },
] as const;
