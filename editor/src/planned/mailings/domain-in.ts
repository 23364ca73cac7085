import { z } from 'zod';
import { ApiError } from '../../api/request.ts';

const Problems = z.array(z.object({ domain: z.string().optional() }));

/** The domain whose DNS stands in the way, when a refusal names one. */
export const domainIn = (error: unknown): string | undefined =>
  error instanceof ApiError
    ? Problems.safeParse(error.details).data?.find(({ domain }) => domain !== undefined)?.domain
    : undefined;
