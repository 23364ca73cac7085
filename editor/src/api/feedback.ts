import {
  BounceAddressCheck,
  FeedbackSettings,
  type AddWebhookSecret,
  type ChangeMeasures,
  type CheckBounceAddress,
} from '@tabiji/shared/api/feedback.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { judged, send } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

/** What mails measure, and how providers tell what became of them. */
export const feedback = {
  settings: queryOptions({
    queryKey: ['feedback'],
    queryFn: ({ signal }) => judged(FeedbackSettings, v1.feedback.$get({}, { init: { signal } })),
  }),
  change: (json: ChangeMeasures) => judged(FeedbackSettings, v1.feedback.$patch({ json })),
  checkBounceAddress: (json: CheckBounceAddress) =>
    judged(BounceAddressCheck, v1.feedback['bounce-address'].$post({ json })),
  addSecret: (json: AddWebhookSecret) => judged(FeedbackSettings, v1.feedback.secrets.$post({ json })),
  removeSecrets: () => judged(FeedbackSettings, v1.feedback.secrets.$delete()),
};
