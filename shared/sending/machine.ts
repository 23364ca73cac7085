/** How a mail or one of its links was opened. */
export interface Visit {
  what: 'opened' | 'clicked';
  userAgent: string;
  /** Of the request; absent where a provider tells of it. */
  method?: string | undefined;
  /** Since the mail was handed over; null while it is on its way. */
  afterMs: number | null;
}

/** Nobody has read a mail and chosen a link sooner. */
const TOO_SOON_MS = { opened: 0, clicked: 3000 };

/** Programs that look at mails before people do, that keep their pictures, or that show links elsewhere. */
const PROGRAMS =
  /GoogleImageProxy|YahooMailProxy|Yahoo! Slurp|Barracuda|Proofpoint|Mimecast|FireEye|Symantec|MessageLabs|TrendMicro|Trend Micro|Cloudmark|IronPort|Sophos|Forcepoint|Avanan|BitDefender|Office-?Filter|SafeLinks|MSOffice|ms-office|Microsoft Office|Outlook-Safe|Amazon CloudFront|Slackbot|Twitterbot|facebookexternalhit|LinkedInBot|Discordbot|WhatsApp|TelegramBot|SkypeUriPreview|LineBot|line-poker|Googlebot|bingbot|Applebot|AdsBot|Yahoo Ad monitoring|HeadlessChrome|PhantomJS|Puppeteer|Playwright|Selenium|curl\/|Wget|python-requests|python-urllib|aiohttp|Go-http-client|okhttp|Java\/|Apache-HttpClient|libwww-perl|node-fetch|undici|axios|\bbot\b|crawler|spider|scanner|preview/i;

/** What Apple's Mail Privacy Protection calls itself when it fetches all pictures of a mail. */
const APPLE_PROXY = /^Mozilla\/5\.0$/;

/** Whether this was more likely a program than a person: it is kept, and counted nowhere. */
export function isMachine({ what, userAgent, method, afterMs }: Visit): boolean {
  const agent = userAgent.trim();
  if (method !== undefined && method !== 'GET') return true;
  if (agent === '' || PROGRAMS.test(agent)) return true;
  if (what === 'opened' && APPLE_PROXY.test(agent)) return true;
  return afterMs === null || afterMs < TOO_SOON_MS[what];
}
