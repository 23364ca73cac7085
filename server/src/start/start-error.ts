/** Tabiji cannot start for a reason the operator can act on; the message says what to do. */
export class StartError extends Error {
  override name = 'StartError';
}
