import { HANDLERS } from '@tabiji/server/jobs/handlers.ts';
import type { JobData, JobName } from '@tabiji/server/queue/jobs.ts';
import { openServices, type Services } from '@tabiji/server/services.ts';

/** Runs the real handlers in this process, at once and without a queue, for tests that are about something else. */
export function inlineQueue(rest: Pick<Services, 'db' | 'config' | 'log'>): Services {
  const services: Services = openServices({
    ...rest,
    ring: () => undefined,
    enqueue: <N extends JobName>(name: N, _key: string, data: JobData<N>) => {
      HANDLERS[name](services, data, new AbortController().signal).catch((error: unknown) =>
        rest.log.error({ err: error, name }, 'a job failed'),
      );
      return Promise.resolve();
    },
  });
  return services;
}
