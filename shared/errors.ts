/** Every code an API answer may carry; `http/error-reply.ts` maps each to one status. */
export const ERROR_CODES = [
  'invalid', // the request or file is not of the form that is asked for
  'not_found',
  'conflict', // somebody else was faster, or the same id came with other content
  'refused', // understood, but the product's rules do not allow it now
  'unauthorized',
  'too_large',
  'unavailable', // the database or a service cannot be reached; trying again helps
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A mistake of the caller, with a sentence that names the thing and the way out. Bugs are plain Errors. */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: ErrorCode;
  /** Path of the field at fault, such as `orders.0.amount`. */
  readonly field: string | undefined;
  /** Machine-readable detail, such as the problems of a graph. */
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, more: { field?: string; details?: unknown; cause?: unknown } = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.field = more.field;
    this.details = more.details;
  }
}
