import { sha256 } from '../hash.ts';

/** Stable for ever: what makes a letter one letter, here and at the provider. */
export const messageKey = (
  workspaceId: number,
  { enrollmentId, visit, node }: { enrollmentId: number; visit: number; node: string },
): string => sha256(`${workspaceId}.${enrollmentId}.${visit}.${node}`, 'base64url');
