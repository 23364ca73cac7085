import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';

/** Signs mails of a domain (RFC 6376). */
export interface DkimKey {
  domain: string;
  /** Names the key among the domain's: `<selector>._domainkey.<domain>`. */
  selector: string;
  /** PKCS #8, PEM. */
  privateKey: string;
}

const WRITTEN = /^((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}):([a-z0-9]{1,60}):([A-Za-z0-9+/=]+)$/;

/** `domain:selector:key`, the key being PKCS #8 in base64; undefined where it is not one of RSA with 2048 bits or more. */
export function readDkimKey(text: string): DkimKey | undefined {
  const [, domain, selector, der] = WRITTEN.exec(text) ?? [];
  if (domain === undefined || selector === undefined || der === undefined) return undefined;
  try {
    const key = createPrivateKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'pkcs8' });
    if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) return undefined;
    return { domain, selector, privateKey: key.export({ format: 'pem', type: 'pkcs8' }) as string };
  } catch {
    return undefined; // not a key
  }
}

/** A new key, as `readDkimKey` reads it. */
export function makeDkimKey(domain: string, selector: string): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return `${domain}:${selector}:${privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')}`;
}

/** What has to be published in the DNS, so that receivers can check signatures. */
export function dkimRecord({ domain, selector, privateKey }: DkimKey): { name: string; value: string } {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=rsa; p=${der.toString('base64')}` };
}
