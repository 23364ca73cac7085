import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { CaseSetup } from '@tabiji/shared/api/journey-cases.ts';
import { FEEDBACK_STATES } from '@tabiji/shared/sending/feedback.ts';
import { z } from 'zod';
import { withTexts } from './i18n/i18n.ts';
import { ErrorPage } from './shell/ErrorPage.tsx';
import { NotFoundPage } from './shell/NotFoundPage.tsx';
import { Shell } from './shell/Shell.tsx';

/** A row's number in an address; anything else is no page. */
const Id = z.coerce.number().int().positive();
const id = {
  parse: ({ id: text }: { id: string }) => {
    const { success, data } = Id.safeParse(text);
    return success && { id: data };
  },
  stringify: (to: { id: number }) => ({ id: String(to.id) }),
};
const Search = z.object({ q: z.string().optional().catch(undefined) });

const root = createRootRoute({ component: Shell });
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/journeys' });
  },
});
const journeys = createRoute({
  getParentRoute: () => root,
  path: '/journeys',
  component: lazyRouteComponent(
    withTexts(() => import('./journeys/JourneysPage.tsx'), 'files'),
    'JourneysPage',
  ),
});
const journey = createRoute({
  getParentRoute: () => root,
  path: '/journeys/$id',
  params: id,
  /** `pick`: a journey just made, opened with the picker at its open end. */
  validateSearch: z.object({
    pick: z.literal(true).optional().catch(undefined),
    node: z.string().optional().catch(undefined),
    /** Whom and when to try the journey with; opens it in the time machine. */
    sim: CaseSetup.optional().catch(undefined),
    show: z.literal('results').optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./journey/JourneyPage.tsx'), 'JourneyPage'),
});
const release = createRoute({
  getParentRoute: () => root,
  path: '/journeys/$id/release',
  params: id,
  /** `mail`: the one that is looked at. */
  validateSearch: z.object({ mail: Id.optional().catch(undefined) }),
  component: lazyRouteComponent(
    withTexts(() => import('./release/ReleasePage.tsx'), 'release', 'customers', 'planned', 'why'),
    'ReleasePage',
  ),
});
const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: Search,
  component: lazyRouteComponent(
    withTexts(() => import('./customers/CustomersPage.tsx'), 'customers'),
    'CustomersPage',
  ),
});
const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id',
  params: id,
  component: lazyRouteComponent(
    withTexts(() => import('./customers/CustomerPage.tsx'), 'customers'),
    'CustomerPage',
  ),
});
const why = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id/why/$journey',
  params: {
    parse: ({ id: customer, journey: of }: { id: string; journey: string }) => {
      const parsed = z.object({ id: Id, journey: Id }).safeParse({ id: customer, journey: of });
      return parsed.success && parsed.data;
    },
    stringify: (to: { id: number; journey: number }) => ({ id: String(to.id), journey: String(to.journey) }),
  },
  component: lazyRouteComponent(
    withTexts(() => import('./why/WhyPage.tsx'), 'why', 'customers'),
    'WhyPage',
  ),
});
const segments = createRoute({
  getParentRoute: () => root,
  path: '/segments',
  component: lazyRouteComponent(
    withTexts(() => import('./segments/SegmentsPage.tsx'), 'segments'),
    'SegmentsPage',
  ),
});
const segment = createRoute({
  getParentRoute: () => root,
  path: '/segments/$key',
  /** `example`: a new segment that is filled in already. */
  validateSearch: z.object({ example: z.literal(true).optional().catch(undefined) }),
  component: lazyRouteComponent(
    withTexts(() => import('./segments/SegmentPage.tsx'), 'segments', 'conditions'),
    'SegmentPage',
  ),
});
const templates = createRoute({
  getParentRoute: () => root,
  path: '/templates',
  component: lazyRouteComponent(
    withTexts(() => import('./templates/TemplatesPage.tsx'), 'templates'),
    'TemplatesPage',
  ),
});
const template = createRoute({
  getParentRoute: () => root,
  path: '/templates/$key',
  component: lazyRouteComponent(
    withTexts(
      () => import('./templates/TemplatePage.tsx'),
      'templates',
      'mail',
      'blocks',
      'languages',
      'senders',
      'products',
    ),
    'TemplatePage',
  ),
});
const brand = createRoute({
  getParentRoute: () => root,
  path: '/settings/brand',
  component: lazyRouteComponent(
    withTexts(() => import('./brand/BrandPage.tsx'), 'brand', 'mail'),
    'BrandPage',
  ),
});
const senders = createRoute({
  getParentRoute: () => root,
  path: '/settings/senders',
  component: lazyRouteComponent(
    withTexts(() => import('./senders/SendersPage.tsx'), 'senders', 'gate'),
    'SendersPage',
  ),
});
const pace = createRoute({
  getParentRoute: () => root,
  path: '/settings/pace',
  component: lazyRouteComponent(
    withTexts(() => import('./pace/PacePage.tsx'), 'pace'),
    'PacePage',
  ),
});
const letters = createRoute({
  getParentRoute: () => root,
  path: '/letters',
  validateSearch: Search.extend({
    customer: Id.optional().catch(undefined),
    state: z.enum(FEEDBACK_STATES).optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    withTexts(() => import('./letters/LettersPage.tsx'), 'letters'),
    'LettersPage',
  ),
});
const sending = createRoute({
  getParentRoute: () => root,
  path: '/sending',
  validateSearch: z.object({ view: z.enum(['list', 'mailings', 'blackout']).optional().catch(undefined) }),
  component: lazyRouteComponent(
    withTexts(() => import('./planned/SendingPage.tsx'), 'planned', 'customers', 'why', 'gate'),
    'SendingPage',
  ),
});
const newMailing = createRoute({
  getParentRoute: () => root,
  path: '/sending/new',
  component: lazyRouteComponent(
    withTexts(() => import('./planned/mailings/NewMailingPage.tsx'), 'planned', 'customers', 'why', 'gate'),
    'NewMailingPage',
  ),
});
const mailing = createRoute({
  getParentRoute: () => root,
  path: '/sending/$id',
  params: id,
  component: lazyRouteComponent(
    withTexts(() => import('./planned/mailings/ChangeMailingPage.tsx'), 'planned', 'customers', 'why', 'gate'),
    'ChangeMailingPage',
  ),
});
const letter = createRoute({
  getParentRoute: () => letters,
  path: '$id',
  params: id,
  component: lazyRouteComponent(
    withTexts(() => import('./letters/LetterView.tsx'), 'letters'),
    'LetterView',
  ),
});
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  /** Dates, and what of: all journeys, one of them, one of its mails. */
  validateSearch: z.object({
    from: z.iso.date().optional().catch(undefined),
    to: z.iso.date().optional().catch(undefined),
    journey: Id.optional().catch(undefined),
    node: z.string().optional().catch(undefined),
    view: z.literal('comparisons').optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    withTexts(() => import('./reports/ReportsPage.tsx'), 'reports', 'customers'),
    'ReportsPage',
  ),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(
    withTexts(() => import('./imports/ImportPage.tsx'), 'imports'),
    'ImportPage',
  ),
});
const suppressions = createRoute({
  getParentRoute: () => root,
  path: '/suppressions',
  validateSearch: Search,
  component: lazyRouteComponent(() => import('./suppressions/SuppressionsPage.tsx'), 'SuppressionsPage'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
});

/** Every address of the editor. Pages are loaded when they are first opened. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    journeys,
    journey,
    release,
    customers,
    customer,
    why,
    segments,
    segment,
    templates,
    template,
    letters.addChildren([letter]),
    reports,
    sending,
    newMailing,
    mailing,
    imports,
    suppressions,
    settings,
    senders,
    pace,
    brand,
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
