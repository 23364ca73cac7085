import { AppError } from '@tabiji/shared/errors.ts';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Env, ValidationTargets } from 'hono';
import { validator } from 'hono-openapi';
import type { z } from 'zod';
import { refuseUnstorable } from './unstorable.ts';

/** Checks a part of the request and describes it in the API's documentation. What does not fit is `invalid`, with its field. */
export const accepts = <
  Schema extends z.ZodType & StandardSchemaV1,
  Target extends keyof ValidationTargets,
  E extends Env,
  P extends string,
>(
  target: Target,
  schema: Schema,
) =>
  validator<Schema, Target, E, P>(target, schema, (result) => {
    if (result.success) return refuseUnstorable(result.data);
    const problems = result.error.map(({ message, path = [] }) => ({
      field: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
      message,
    }));
    const [first] = problems;
    const where = first?.field ? `${first.field}: ` : '';
    throw new AppError('invalid', `${where}${first?.message ?? 'The request cannot be read.'}`, {
      field: first?.field,
      details: { problems },
    });
  });
