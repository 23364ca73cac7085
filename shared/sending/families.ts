/** Who takes in the mails of many recipients, and counts how fast a sender brings them. */
export const FAMILIES = ['docomo', 'au', 'softbank', 'gmail', 'microsoft', 'yahoo-jp', 'icloud', 'other'] as const;
export type Family = (typeof FAMILIES)[number];

/**
 * Domains by whose servers take their mails, as the services name them themselves: docomo (ドコモメール), KDDI (auメール,
 * UQ mobile), SoftBank with what it took over (Vodafone, J-PHONE, Disney Mobile, WILLCOM, EMOBILE, Y!mobile), Yahoo! JAPAN
 * with Yahoo! BB and Y!mobile's `yahoo.ne.jp`, Google, Microsoft (Outlook.com and its older names), Apple.
 * Subdomains belong to their domain: old carrier addresses have one (`t.vodafone.ne.jp`).
 */
const DOMAINS: Readonly<Record<Exclude<Family, 'other'>, readonly string[]>> = {
  docomo: ['docomo.ne.jp'],
  au: ['au.com', 'ezweb.ne.jp', 'uqmobile.jp'],
  softbank: [
    'softbank.ne.jp',
    'softbank.jp',
    'vodafone.ne.jp',
    'disney.ne.jp',
    'disneymobile.ne.jp',
    'willcom.com',
    'wcm.ne.jp',
    'pdx.ne.jp',
    'ymobile.ne.jp',
    'ymobile1.ne.jp',
    'y-mobile.ne.jp',
    'emnet.ne.jp',
    'emobile.ne.jp',
    'emobile-s.ne.jp',
    ...['c', 'd', 'h', 'k', 'n', 'q', 'r', 's', 't'].map((region) => `jp-${region}.ne.jp`),
  ],
  gmail: ['gmail.com', 'googlemail.com'],
  microsoft: [
    'outlook.com',
    'outlook.jp',
    'hotmail.com',
    'hotmail.co.jp',
    'hotmail.co.uk',
    'hotmail.fr',
    'live.com',
    'live.jp',
    'msn.com',
  ],
  'yahoo-jp': ['yahoo.co.jp', 'yahoo.ne.jp', 'ybb.ne.jp'],
  icloud: ['icloud.com', 'me.com', 'mac.com'],
};

const BY_DOMAIN = new Map<string, Family>(
  Object.entries(DOMAINS).flatMap(([family, domains]) => domains.map((domain) => [domain, family as Family] as const)),
);

/** Whose servers take in the mails of an address. */
export function familyOf(address: string): Family {
  let domain = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  while (domain.includes('.')) {
    const family = BY_DOMAIN.get(domain);
    if (family) return family;
    domain = domain.slice(domain.indexOf('.') + 1);
  }
  return 'other';
}

/** Domains of a family, for people to read. */
export const domainsOf = (family: Family): readonly string[] => (family === 'other' ? [] : DOMAINS[family]);
