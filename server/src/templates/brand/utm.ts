import type { Utm } from '@tabiji/shared/api/mail-settings.ts';

const HREF = /(<a\b[^>]*?\shref=")([^"]*)(")/gi;
const LIQUID = /\{\{[^}]*\}\}|\{%[^%]*%\}/g;

/** The compiled mail with where its visits come from in every link to the shop. Links that say so already stay. */
export const withUtm = (html: string, utm: Utm, campaign: string): string =>
  html.replace(HREF, (_, before: string, href: string, after: string) => before + tagged(href, utm, campaign) + after);

function tagged(href: string, { source, medium, hosts }: Utm, campaign: string): string {
  const bare = href.replace(LIQUID, (tag) => 'x'.repeat(tag.length)); // what is inside values is no part of the address
  const host = /^https?:\/\/([^/?#:]+)/i.exec(bare)?.[1]?.toLowerCase();
  if (host === undefined || href.slice(0, `https://${host}`.length).includes('{')) return href;
  if (/[?&;]utm_\w+=/i.test(bare) || !isWanted(host, hosts)) return href;
  const hash = bare.indexOf('#');
  const end = hash < 0 ? href.length : hash;
  const sign = bare.slice(0, end).includes('?') ? '&amp;' : '?';
  const words = `utm_source=${source}&amp;utm_medium=${medium}&amp;utm_campaign=${encodeURIComponent(campaign)}`;
  return `${href.slice(0, end)}${sign}${words}${href.slice(end)}`;
}

const isWanted = (host: string, hosts: readonly string[]): boolean =>
  hosts.length === 0 || hosts.some((one) => host === one.toLowerCase() || host.endsWith(`.${one.toLowerCase()}`));
