import { expect, test } from 'vitest';
import { isMachine, type Visit } from './machine.ts';

const PEOPLE = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 14; SO-51D) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:132.0) Gecko/20100101 Firefox/132.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; Trident/7.0; rv:11.0) like Gecko',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 YJApp-IOS jp.co.yahoo.ymail',
  'Mozilla/5.0 (Linux; Android 13; SH-51C Build/SA103; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/118.0.0.0 Mobile Safari/537.36 Line/13.20.0',
];

const PROGRAMS = [
  '',
  'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
  'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
  'Mozilla/5.0 (compatible; Barracuda Sentinel)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0.0.0 Safari/537.36',
  'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17029; Pro)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'facebookexternalhit/1.1;line-poker/1.0',
  'Mozilla/5.0 (compatible; Proofpoint URL Defense)',
  'python-requests/2.32.3',
  'curl/8.5.0',
  'Go-http-client/2.0',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
];

const click = (more: Partial<Visit>): Visit => ({
  what: 'clicked',
  userAgent: PEOPLE[0]!,
  method: 'GET',
  afterMs: 60_000,
  ...more,
});

test.each(PEOPLE)('a person: %s', (userAgent) => {
  expect(isMachine(click({ userAgent }))).toBe(false);
  expect(isMachine({ ...click({ userAgent }), what: 'opened' })).toBe(false);
});

test.each(PROGRAMS)('a program: %s', (userAgent) => {
  expect(isMachine(click({ userAgent }))).toBe(true);
  expect(isMachine({ ...click({ userAgent }), what: 'opened' })).toBe(true);
});

test('nobody clicks with HEAD, before the mail has gone or within seconds of it', () => {
  expect(isMachine(click({ method: 'HEAD' }))).toBe(true);
  expect(isMachine(click({ afterMs: null }))).toBe(true);
  expect(isMachine(click({ afterMs: 2999 }))).toBe(true);
  expect(isMachine(click({ afterMs: 3000 }))).toBe(false);
});

test("Apple's proxy opens all mails and follows no link", () => {
  expect(isMachine(click({ what: 'opened', userAgent: 'Mozilla/5.0' }))).toBe(true);
});
