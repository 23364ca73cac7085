import { getDomain } from 'tldts';

/** The domain that somebody registered: `mail.shop.co.jp` → `shop.co.jp` (by the Public Suffix List, private ones too). */
export const organisationOf = (domain: string): string => getDomain(domain, { allowPrivateDomains: true }) ?? domain;
