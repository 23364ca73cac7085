/** The embedded PostgreSQL cannot run, for a reason the operator can act on. The message says the way out. */
export class LocalPostgresError extends Error {
  override name = 'LocalPostgresError';
}
