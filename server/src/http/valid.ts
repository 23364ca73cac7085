import { AppError } from '@tabiji/shared/errors.ts';
import { describeRoute, resolver, validator } from 'hono-openapi';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { z } from 'zod';
import { refuseUnstorable } from './unstorable.ts';

/** Judges a part of the request; a refusal names the field and what is asked for. */
export const valid = <T extends 'json' | 'query' | 'param', S extends z.ZodType & StandardSchemaV1>(
  target: T,
  schema: S,
) =>
  validator(target, schema, (result) => {
    if (result.success) return refuseUnstorable(result.data);
    const issue = result.error[0];
    const field = issue?.path?.map((part) => (typeof part === 'object' ? part.key : part)).join('.') ?? '';
    throw new AppError('invalid', field === '' ? (issue?.message ?? 'invalid') : `${field}: ${issue?.message}`, {
      field,
    });
  });

/** What a route does and answers, for the API's description. */
export const describes = (summary: string, reply: z.ZodType, status: 200 | 201 | 202 = 200) =>
  describeRoute({
    summary,
    responses: { [status]: { description: summary, content: { 'application/json': { schema: resolver(reply) } } } },
  });
