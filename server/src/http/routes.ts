import { Hono } from 'hono';
import type { Services } from '../services.ts';
import { cohortRoutes } from './cohort.ts';
import { commentRoutes } from './comments.ts';
import { customerRoutes } from './customers.ts';
import { domainRoutes } from './domains.ts';
import { draftRoutes } from './drafts.ts';
import { factRoutes } from './facts.ts';
import { feedbackRoutes } from './feedback.ts';
import { mailboxRoutes } from './mailbox.ts';
import { galleryRoutes } from './gallery.ts';
import { hookRoutes } from './hooks.ts';
import { importRoutes } from './imports.ts';
import { journeyRoutes } from './journeys.ts';
import { openLiveFeeds, type LiveFeeds } from '../journeys/live/feeds.ts';
import { journeyCheckRoutes } from './journey-checks.ts';
import { journeyFileRoutes } from './journey-files.ts';
import { journeyHealthRoutes } from './journey-health.ts';
import { journeyCaseRoutes } from './journey-cases.ts';
import { journeyLifeRoutes } from './journey-life.ts';
import { journeyLiveRoutes } from './journey-live.ts';
import { imageRoutes } from './images.ts';
import { letterRoutes } from './letters.ts';
import { mailingRoutes } from './mailings.ts';
import { mailPageRoutes } from './mail-page.ts';
import { parkedRoutes } from './parked.ts';
import { peopleRoutes } from './people.ts';
import { permissionRoutes } from './permission.ts';
import { plannedRoutes } from './planned.ts';
import { preferenceRoutes } from './preferences.ts';
import { questionRoutes } from './questions.ts';
import { rehearsalRoutes } from './rehearsals.ts';
import { releaseRoutes } from './release.ts';
import { reportRoutes } from './reports.ts';
import { reviewRoutes } from './reviews.ts';
import type { RouteEnv } from './route-env.ts';
import { segmentRoutes } from './segments.ts';
import { paceRoutes } from './pace.ts';
import { productRoutes } from './products.ts';
import { senderRoutes } from './senders.ts';
import { sendingRoutes } from './sending.ts';
import { linkKeyRoutes } from './link-keys.ts';
import { simulateRoutes } from './simulate.ts';
import { subscriptionRoutes } from './subscriptions.ts';
import { suppressionRoutes } from './suppressions.ts';
import { savedBlockRoutes } from './saved-blocks.ts';
import { templateRoutes } from './templates.ts';
import { trackingRoutes } from './tracking.ts';
import { versionRoutes } from './versions.ts';
import { workspaceRoutes } from './workspace.ts';
import { workspaceOf } from './workspace-of.ts';

/** Every feature's routes. */
export const createRoutes = (services: Services, live: LiveFeeds = openLiveFeeds(services)) =>
  new Hono<RouteEnv>()
    .use('/v1/*', workspaceOf(services.db))
    .route('/', factRoutes(services))
    .route('/', journeyRoutes(services))
    .route('/', galleryRoutes(services))
    .route('/', journeyFileRoutes(services))
    .route('/', draftRoutes(services))
    .route('/', journeyLiveRoutes(services, live))
    .route('/', versionRoutes(services))
    .route('/', reviewRoutes(services))
    .route('/', commentRoutes(services))
    .route('/', journeyHealthRoutes(services))
    .route('/', journeyCaseRoutes(services))
    .route('/', cohortRoutes(services))
    .route('/', parkedRoutes(services))
    .route('/', journeyCheckRoutes(services))
    .route('/', peopleRoutes(services))
    .route('/', journeyLifeRoutes(services))
    .route('/', releaseRoutes(services))
    .route('/', simulateRoutes(services))
    .route('/', rehearsalRoutes(services))
    .route('/', customerRoutes(services))
    .route('/', subscriptionRoutes(services))
    .route('/', segmentRoutes(services))
    .route('/', letterRoutes(services))
    .route('/', permissionRoutes(services))
    .route('/', suppressionRoutes(services))
    .route('/', preferenceRoutes(services))
    .route('/', sendingRoutes(services))
    .route('/', plannedRoutes(services))
    .route('/', mailingRoutes(services))
    .route('/', senderRoutes(services))
    .route('/', productRoutes(services))
    .route('/', domainRoutes(services))
    .route('/', paceRoutes(services))
    .route('/', linkKeyRoutes(services))
    .route('/', questionRoutes(services))
    .route('/', hookRoutes(services))
    .route('/', trackingRoutes(services))
    .route('/', feedbackRoutes(services))
    .route('/', mailboxRoutes(services))
    .route('/', reportRoutes(services))
    .route('/', templateRoutes(services))
    .route('/', savedBlockRoutes(services))
    .route('/', mailPageRoutes(services))
    .route('/', imageRoutes(services))
    .route('/', importRoutes(services))
    .route('/', workspaceRoutes(services));

/** The API's type, for the editor's client. */
export type App = ReturnType<typeof createRoutes>;
