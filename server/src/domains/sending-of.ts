import type { SendingDomain } from '@tabiji/shared/api/domains.ts';
import type { Config } from '../config.ts';
import { dkimRecord } from '../dkim-key.ts';
import type { Here } from '../db/in-workspace.ts';
import type { SenderRecord } from '../senders/senders.sql.ts';
import type { Sending } from './finding.ts';
import type { KeyRow } from './keys.sql.ts';

type Provider = Sending['provider'];

/** By which provider a domain's mails leave; where nothing leaves, as if it did. */
function providerOf(here: Pick<Here, 'provider'>, config: Config, senders: readonly SenderRecord[]): Provider {
  const own = senders.find(({ provider }) => provider !== null)?.provider;
  if (own) return own;
  if (here.provider === 'smtp' || here.provider === 'resend') return here.provider;
  return config.resendApiKey !== undefined && config.smtpUrl === undefined ? 'resend' : 'smtp';
}

/** Whether the operator's key signs for a domain. */
const isOperators = ({ dkim }: Config, domain: string): boolean =>
  dkim !== undefined && `.${domain}`.endsWith(`.${dkim.domain}`);

/** Who signs a domain's mails. */
export const signerOf = (
  here: Pick<Here, 'provider'>,
  config: Config,
  domain: string,
  senders: readonly SenderRecord[],
): SendingDomain['signs'] =>
  providerOf(here, config, senders) === 'resend' ? 'provider' : isOperators(config, domain) ? 'operator' : 'here';

/** What receivers will look up of a domain's mails, the key that signs first. */
export function sendingOf(
  here: Pick<Here, 'provider'>,
  config: Config,
  domain: string,
  { senders = [], keys = [] }: { senders?: readonly SenderRecord[]; keys?: readonly KeyRow[] } = {},
): Sending {
  const signing = keys.find(({ seenAt }) => seenAt !== null);
  const operator =
    isOperators(config, domain) && config.dkim
      ? [config.dkim].map((key) => ({
          domain: key.domain,
          selector: key.selector,
          publicKey: dkimRecord(key).value.replace(/^.*p=/, ''),
        }))
      : [];
  return {
    domain,
    provider: providerOf(here, config, senders),
    keys: [...(signing ? [signing] : []), ...operator, ...keys.filter((key) => key !== signing)],
  };
}
