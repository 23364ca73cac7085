import type { CompiledTemplate } from '../../templates/render-liquid.ts';
import type { MailValues } from '../../templates/values.ts';
import { findLinks, replaceLinks } from './find-links.ts';
import { mailKey, trackToken, type MailKey, type TrackLink } from './track-token.ts';

/** What a mail measures. */
export interface Measures {
  clicks: boolean;
  opens: boolean;
}

/** What a mail measures and with which proofs; pinned, so that a retry says the same to the byte. */
export interface Tracking extends Measures {
  /** Where this server is reached, without a trailing slash. */
  url: string;
  key: MailKey;
}

/** Undefined for a mail that measures nothing. Its key is made when a link asks for it. */
export const trackingFor = (
  mail: Omit<TrackLink, 'link'>,
  { clicks, opens }: Measures,
  { url, keys }: { url: string; keys: readonly string[] },
): Tracking | undefined =>
  clicks || opens
    ? {
        clicks,
        opens,
        url,
        get key() {
          return mailKey(mail, keys);
        },
      }
    : undefined;

/** A template whose links are places for values, and the names of those. */
interface Tracked {
  template: CompiledTemplate;
  names: readonly string[];
}

/** The link of the picture that tells of an opening. */
export const OPEN = 'open';

const KEPT = 200;
const kept = new Map<string, Tracked>();

/** Looked through once per process, not once per mail. */
function tracked(template: CompiledTemplate, { clicks, opens }: Measures): Tracked {
  const hash = `${template.hash}.${clicks ? 'c' : ''}${opens ? 'o' : ''}`;
  const known = kept.get(hash);
  if (known) return known;
  const linked = clicks ? replaceLinks(template.html, (name) => `{{ track.${name} }}`) : template.html;
  const picture = `<img src="{{ track.${OPEN} }}" width="1" height="1" alt="" style="display:block;border:0" />`;
  const html = opens ? withPicture(linked, picture) : linked;
  const names = [...(clicks ? findLinks(template.html).keys() : []), ...(opens ? [OPEN] : [])];
  const made = { template: { ...template, hash, html }, names };
  if (kept.size >= KEPT) kept.clear();
  kept.set(hash, made);
  return made;
}

function withPicture(html: string, picture: string): string {
  const end = html.toLowerCase().lastIndexOf('</body>');
  return end < 0 ? html + picture : html.slice(0, end) + picture + html.slice(end);
}

/** What is rendered in place of template and values so that the mail tells of clicks and opens. */
export function track(
  template: CompiledTemplate,
  values: MailValues,
  mail: Omit<TrackLink, 'link'>,
  tracking: Tracking | undefined,
): { template: CompiledTemplate; values: MailValues } {
  if (!tracking) return { template, values };
  const { template: linked, names } = tracked(template, tracking);
  if (names.length === 0) return { template: linked, values };
  const { key } = tracking;
  const urlOf = (link: string) => {
    const token = trackToken({ ...mail, link }, key);
    return link === OPEN ? `${tracking.url}/t/o/${token}.gif` : `${tracking.url}/t/c/${token}`;
  };
  const places = { track: Object.fromEntries(names.map((name) => [name, urlOf(name)])) };
  return { template: linked, values: { ...values, ...places } };
}
