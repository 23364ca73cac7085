/** What mail programs, readers of mails and providers call: tracking, unsubscribing, answering, pictures, webhooks. They carry proofs of their own. */
const PUBLIC = ['/t/', '/u/', '/q/', '/i/', '/hooks/'];

export const isPublicPath = (path: string) => PUBLIC.some((prefix) => path.startsWith(prefix));

/** Paths whose callers are programs and expect JSON, also as a refusal. */
export const isApiPath = (path: string) => /^\/(v1|api|healthz|readyz|hooks|openapi\.json)(\/|$)/.test(path);
