import { hash } from 'node:crypto';

/** SHA-256 of a text. */
export const sha256 = (text: string, encoding: 'hex' | 'base64url'): string => hash('sha256', text, encoding);

/** The first half of a text's SHA-256, base64: enough to tell apart whatever is ever told. */
export const fingerprint = (text: string): string => hash('sha256', text, 'buffer').subarray(0, 16).toString('base64');
