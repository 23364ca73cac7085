/**
 * Japanese mobile carriers, who until 2009 gave out addresses that RFC 5321 does not allow: `a..b@`, `a.@`, `.a@`.
 * Nobody else has such mailboxes, so elsewhere they are typing errors.
 */
const CARRIERS = new Set([
  'docomo.ne.jp',
  'ezweb.ne.jp',
  'au.com',
  'softbank.ne.jp',
  'i.softbank.jp',
  'disney.ne.jp',
  'vodafone.ne.jp',
  'willcom.com',
  'pdx.ne.jp',
  'ymobile.ne.jp',
  'ymobile1.ne.jp',
  'yahoo.ne.jp',
  'emnet.ne.jp',
]);
const CARRIER_HOSTS = /^[a-z0-9-]{1,20}\.(ezweb|vodafone|softbank|pdx|docomo)\.ne\.jp$/;

const LOCAL = /^[!#$%&'*+\-/=?^_`{|}~.\w]{1,64}$/;
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;
const MISPLACED_DOT = /^\.|\.\.|\.$/;

/** What stands before and after the last `@`; undefined where either is missing. */
function parts(text: string): { local: string; domain: string } | undefined {
  const at = text.lastIndexOf('@');
  return at > 0 && at < text.length - 1 ? { local: text.slice(0, at), domain: text.slice(at + 1) } : undefined;
}

const isCarrier = (domain: string): boolean => CARRIERS.has(domain) || CARRIER_HOSTS.test(domain);

/**
 * How an address may be written to. `nonstandard`: an old address of a Japanese carrier, which works although the
 * standard forbids it. No names, comments, quotes, spaces or line breaks: none of them can smuggle in a second recipient
 * or a header.
 */
export function addressKind(text: string): 'standard' | 'nonstandard' | 'wrong' {
  const found = parts(text);
  if (!found || !LOCAL.test(found.local) || !DOMAIN.test(found.domain)) return 'wrong';
  if (!MISPLACED_DOT.test(found.local)) return 'standard';
  return isCarrier(found.domain.toLowerCase()) ? 'nonstandard' : 'wrong';
}

/** As a mail server takes it: what the standard does not allow bare stands in quotes (`"a..b"@docomo.ne.jp`). */
export function addressOnWire(address: string): string {
  const found = parts(address);
  return found && MISPLACED_DOT.test(found.local) ? `"${found.local}"@${found.domain}` : address;
}
