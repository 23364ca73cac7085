import { ActedOnParked, ParkedPage, type ActOnParked } from '@tabiji/shared/api/parked.ts';
import { JourneyHealth, JourneyPulse } from '@tabiji/shared/api/journey-health.ts';
import { ActedOnPeople, PeoplePage, type ActOnPeople, type PeopleQuery } from '@tabiji/shared/api/people.ts';
import type { Existing } from '@tabiji/shared/journey/existing.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { Lease, PatchedDraft, type AskLease, type PatchDraft } from '@tabiji/shared/api/drafts.ts';
import { Inside, type Resume } from '@tabiji/shared/api/journey-life.ts';
import { JourneyStats, type StatsQuery } from '@tabiji/shared/api/journey-stats.ts';
import {
  Enrolled,
  ExistingCount,
  JourneyDetail,
  JourneyRow,
  Published,
  PublishPreview,
  PublishedGraph,
  type CreateJourney,
  ExperimentStanding,
  type Enroll,
  type Publish,
} from '@tabiji/shared/api/journeys.ts';
import { SegmentCount, SegmentRow, type CountSegment, type SaveSegment } from '@tabiji/shared/api/segments.ts';
import { ReviewStanding, type AnswerReview, type AskReview } from '@tabiji/shared/api/reviews.ts';
import { MailChange, VersionDetail, VersionRow, Volume, type NameVersion } from '@tabiji/shared/api/versions.ts';
import { Checks } from '@tabiji/shared/api/checks.ts';
import { Catalogue, WorkspaceDetail, type SaveWorkspace, type Travel } from '@tabiji/shared/api/workspace.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import { hc } from 'hono/client';
import { z } from 'zod';
import { param, until, type Signal } from './params.ts';
import { judged, send, told } from './request.ts';

/** Which people inside a journey are listed. */
export type PeopleAsk = Partial<Omit<PeopleQuery, 'limit'>>;

const { v1 } = hc<App>('/', { fetch: send });

/** Which people, as a query string says it. */
const asPeople = ({ version, ...rest }: PeopleAsk) => ({
  ...rest,
  ...(version !== undefined && { version: String(version) }),
});
/** Which figures, as a query string says it. */
const asked = ({ version, ...period }: StatsQuery) => ({
  ...period,
  ...(version !== undefined && { version: String(version) }),
});
const ofVersion = (id: number, version: number) => ({ param: { id: String(id), version: String(version) } });
const restoring = (version: number | undefined) => ({ restore: version === undefined ? undefined : String(version) });

/** Every call of the API: typed by its routes, its answers judged by the shared schemas. */
export const api = {
  workspace: {
    get: (signal?: Signal) => judged(WorkspaceDetail, v1.workspace.$get({}, until(signal))),
    save: (json: SaveWorkspace) => judged(WorkspaceDetail, v1.workspace.$patch({ json })),
    travel: (json: Travel) => judged(WorkspaceDetail, v1.workspace.travel.$post({ json })),
    catalogue: (signal?: Signal) => judged(Catalogue, v1.catalogue.$get({}, until(signal))),
  },
  journeys: {
    list: (archived: boolean, signal?: Signal) =>
      judged(
        z.array(JourneyRow),
        v1.journeys.$get({ query: { archived: archived ? 'true' : 'false' } }, until(signal)),
      ),
    create: (json: CreateJourney) => judged(JourneyDetail, v1.journeys.$post({ json })),
    get: (id: number, signal?: Signal) => judged(JourneyDetail, v1.journeys[':id'].$get(param(id), until(signal))),
    remove: (id: number) => told(v1.journeys[':id'].$delete(param(id))),
    patchDraft: (id: number, json: PatchDraft, init?: RequestInit) =>
      judged(PatchedDraft, v1.journeys[':id'].draft.$patch({ ...param(id), json }, { init: init ?? {} })),
    lease: (id: number, json: AskLease, init?: RequestInit) =>
      judged(Lease, v1.journeys[':id'].lease.$post({ ...param(id), json }, { init: init ?? {} })),
    published: (id: number, signal?: Signal) =>
      judged(PublishedGraph, v1.journeys[':id'].published.$get(param(id), until(signal))),
    checks: (id: number, signal?: Signal) => judged(Checks, v1.journeys[':id'].checks.$get(param(id), until(signal))),
    publish: (id: number, json: Publish) => judged(Published, v1.journeys[':id'].publish.$post({ ...param(id), json })),
    countExisting: (id: number, json: { existing: Existing }, signal?: Signal) =>
      judged(ExistingCount, v1.journeys[':id'].existing.$post({ ...param(id), json }, until(signal))),
    preview: (id: number, restore?: number, signal?: Signal) =>
      judged(
        PublishPreview,
        v1.journeys[':id'].publish.preview.$post({ ...param(id), query: restoring(restore) }, until(signal)),
      ),
    versions: (id: number, signal?: Signal) =>
      judged(z.array(VersionRow), v1.journeys[':id'].versions.$get(param(id), until(signal))),
    version: (id: number, version: number, signal?: Signal) =>
      judged(VersionDetail, v1.journeys[':id'].versions[':version'].$get(ofVersion(id, version), until(signal))),
    nameVersion: (id: number, version: number, json: NameVersion) =>
      judged(VersionDetail, v1.journeys[':id'].versions[':version'].$patch({ ...ofVersion(id, version), json })),
    mailChanges: (id: number, restore?: number, signal?: Signal) =>
      judged(
        z.array(MailChange),
        v1.journeys[':id'].publish.mails.$get({ ...param(id), query: restoring(restore) }, until(signal)),
      ),
    volume: (id: number, signal?: Signal) => judged(Volume, v1.journeys[':id'].volume.$get(param(id), until(signal))),
    review: (id: number, signal?: Signal) =>
      judged(ReviewStanding, v1.journeys[':id'].review.$get(param(id), until(signal))),
    askReview: (id: number, json: AskReview) =>
      judged(ReviewStanding, v1.journeys[':id'].review.$put({ ...param(id), json })),
    answerReview: (id: number, json: AnswerReview) =>
      judged(ReviewStanding, v1.journeys[':id'].review.answer.$post({ ...param(id), json })),
    pause: (id: number) => judged(JourneyDetail, v1.journeys[':id'].pause.$post(param(id))),
    resume: (id: number, json: Resume) =>
      judged(JourneyDetail, v1.journeys[':id'].resume.$post({ ...param(id), json })),
    stop: (id: number) => judged(JourneyDetail, v1.journeys[':id'].stop.$post(param(id))),
    archive: (id: number) => judged(JourneyDetail, v1.journeys[':id'].archive.$post(param(id))),
    restore: (id: number) => judged(JourneyDetail, v1.journeys[':id'].restore.$post(param(id))),
    inside: (id: number, olderThan: string | undefined, signal?: Signal) =>
      judged(Inside, v1.journeys[':id'].inside.$get({ ...param(id), query: { olderThan } }, until(signal))),
    parked: (id: number, signal?: Signal) =>
      judged(ParkedPage, v1.journeys[':id'].parked.$get({ ...param(id), query: {} }, until(signal))),
    actOnParked: (id: number, json: ActOnParked) =>
      judged(ActedOnParked, v1.journeys[':id'].parked.$post({ ...param(id), json })),
    experiment: (id: number, node: string, signal?: Signal) =>
      judged(
        ExperimentStanding,
        v1.journeys[':id'].experiments[':node'].$get({ param: { id: String(id), node } }, until(signal)),
      ),
    stats: (id: number, query: StatsQuery, signal?: Signal) =>
      judged(JourneyStats, v1.journeys[':id'].stats.$get({ ...param(id), query: asked(query) }, until(signal))),
    /** Where the figures can be listened to. */
    liveAddress: (id: number, query: StatsQuery) =>
      `/v1/journeys/${id}/live?${new URLSearchParams(asked(query)).toString()}`,
    health: (id: number, signal?: Signal) =>
      judged(JourneyHealth, v1.journeys[':id'].health.$get(param(id), until(signal))),
    pulses: (signal?: Signal) => judged(z.array(JourneyPulse), v1['journey-health'].$get({}, until(signal))),
    people: (id: number, query: PeopleAsk, signal?: Signal) =>
      judged(PeoplePage, v1.journeys[':id'].people.$get({ ...param(id), query: asPeople(query) }, until(signal))),
    actOnPeople: (id: number, json: ActOnPeople) =>
      judged(ActedOnPeople, v1.journeys[':id'].people.$post({ ...param(id), json })),
    peopleFile: (id: number, query: PeopleAsk, locale: Locale) =>
      `/v1/journeys/${id}/people.csv?${new URLSearchParams({ ...asPeople(query), locale }).toString()}`,
    enroll: (id: number, json: Enroll) => judged(Enrolled, v1.journeys[':id'].enroll.$post({ ...param(id), json })),
  },
  segments: {
    list: (signal?: Signal) => judged(z.array(SegmentRow), v1.segments.$get({}, until(signal))),
    save: (key: string, json: SaveSegment) => judged(SegmentRow, v1.segments[':key'].$put({ param: { key }, json })),
    remove: (key: string) => told(v1.segments[':key'].$delete({ param: { key } })),
    count: (json: CountSegment, signal?: Signal) =>
      judged(SegmentCount, v1.segments.count.$post({ json }, until(signal))),
  },
} as const;
