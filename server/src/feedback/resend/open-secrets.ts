import type { Config } from '../../config.ts';
import { SealError, unseal } from '../../seal.ts';

/** What a sealed secret is for: another workspace's row cannot take its place. */
export const purposeOf = (workspaceId: number): string => `resend webhook ${workspaceId}`;

/** Earlier versions kept secrets as the provider shows them. */
export const isSealed = (kept: string): boolean => !kept.startsWith('whsec_');

/** Secrets that this server's key opens, and why others could not be. */
export async function openSecrets(
  config: Config,
  workspaceId: number,
  kept: readonly string[],
): Promise<{ opened: string[]; trouble?: SealError }> {
  const opened: string[] = [];
  let trouble: SealError | undefined;
  for (const one of kept)
    try {
      opened.push(isSealed(one) ? await unseal(config, purposeOf(workspaceId), one) : one);
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      trouble = error;
    }
  return { opened, ...(trouble && { trouble }) };
}
