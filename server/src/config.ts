import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { type DkimKey, readDkimKey } from './dkim-key.ts';

/** Everything an operator can set, checked. Only this file reads the environment. */
export interface Config {
  /** What this process does. */
  role: Role;
  port: number;
  host: string;
  /** Where people and mail programs reach this server, without a trailing slash. */
  url: string;
  /** Asked for by every page and route when set. Required on any address but loopback. */
  token?: string;
  /** Absent: the embedded PostgreSQL keeps its data in `dataDir`. */
  databaseUrl?: string;
  databasePool: number;
  dataDir: string;
  /** The largest file that may be uploaded for import, in bytes. */
  uploadLimit: number;
  logLevel: LogLevel;
  smtpUrl?: string;
  /** Signs mails that leave by SMTP. */
  dkim?: DkimKey;
  resendApiKey?: string;
  resendBaseUrl?: string;
  /** The most mails of one request to Resend. */
  resendBatch?: number;
  /** `host:port` that webhooks may call although they are inside, or not https. */
  webhookAllow?: string[];
  /** The mailbox whose mails are handed to `tabiji inbound`; mails name it as a second way to unsubscribe. */
  inboundAddress?: string;
  /** Locks secrets in the database; absent: a key that is kept in `dataDir`. */
  sealKey?: Buffer;
  /** `host:port` of the DNS servers that the domain doctor asks instead of the system's. */
  dnsServers?: string[];
  /** Whether an empty database gets the demo workspace. */
  demo: boolean;
}

/** One variable that cannot be used; `message` names it, its value and what is allowed. */
export interface ConfigProblem {
  variable: string;
  message: string;
}

/** `api` answers HTTP, `worker` does what is due, `all` both. */
export const Role = z.enum(['all', 'api', 'worker']);
export type Role = z.infer<typeof Role>;

export const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);
export type LogLevel = z.infer<typeof LogLevel>;

const repository = path.resolve(import.meta.dirname, '../..');

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((number) => number >= from && number <= to);

const address = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));

const Environment = z.object({
  PORT: wholeNumber(1, 65_535).default(3100),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  TABIJI_ROLE: Role.default('all'),
  DATABASE_URL: address('postgres:', 'postgresql:').optional(),
  TABIJI_DATABASE_POOL: wholeNumber(2, 1000).default(10),
  TABIJI_DATA: z.string().default(path.join(repository, 'data')),
  TABIJI_UPLOAD_MB: wholeNumber(1, 1_000_000).default(2048),
  TABIJI_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/)
    .optional(),
  TABIJI_URL: address('http:', 'https:').optional(),
  TABIJI_LOG: LogLevel.default('info'),
  TABIJI_SMTP_URL: address('smtp:', 'smtps:').optional(),
  TABIJI_DKIM: z
    .string()
    .transform(readDkimKey)
    .refine((key) => key !== undefined)
    .optional(),
  RESEND_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .optional(),
  RESEND_BASE_URL: address('http:', 'https:').optional(),
  RESEND_BATCH: wholeNumber(1, 100).default(100),
  TABIJI_WEBHOOK_ALLOW: z
    .string()
    .regex(/^\s*[\w.[\]:-]+:\d{1,5}(\s*,\s*[\w.[\]:-]+:\d{1,5})*\s*$/)
    .optional(),
  TABIJI_INBOUND: z.email().max(200).optional(),
  TABIJI_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .transform((text) => Buffer.from(text, 'base64'))
    .optional(),
  TABIJI_DNS: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((servers) => servers.every((server) => isDnsServer(server)))
    .optional(),
  TABIJI_DEMO: z.enum(['on', 'off']).default('on'),
});

type Variable = keyof typeof Environment.shape;

const allowed: Record<Variable, string> = {
  PORT: 'a whole number from 1 to 65535',
  HOST: 'a host name or an IP address to listen on, for example 127.0.0.1',
  TABIJI_ROLE: 'all, api or worker',
  DATABASE_URL: 'an address of PostgreSQL, for example postgres://tabiji:secret@db.example.com:5432/tabiji',
  TABIJI_DATABASE_POOL: 'a whole number of connections from 2 to 1000',
  TABIJI_DATA: 'a folder',
  TABIJI_UPLOAD_MB: 'the largest file to import in the browser, a whole number of megabytes from 1 to 1000000',
  TABIJI_TOKEN: 'at least 16 printable ASCII characters without spaces',
  TABIJI_URL: 'the public address of this server, for example https://tabiji.example.com',
  TABIJI_LOG: LogLevel.options.join(', '),
  TABIJI_SMTP_URL: 'an address of a mail server, for example smtp://user:secret@mail.example.com:587',
  TABIJI_DKIM: 'what `tabiji dkim shop.example.com` prints: domain:selector:key, the key of RSA with 2048 bits or more',
  RESEND_API_KEY: 'an API key of Resend: printable ASCII characters without spaces',
  RESEND_BATCH: 'the most mails of one request, a whole number from 1 to 100',
  RESEND_BASE_URL: 'an address that starts with http:// or https://',
  TABIJI_WEBHOOK_ALLOW:
    'a list of host:port that webhooks may call inside, for example crm.internal:8080,127.0.0.1:9000',
  TABIJI_INBOUND: 'the mail address whose mails are handed to `tabiji inbound`, for example reply@shop.example.com',
  TABIJI_KEY: 'what `openssl rand -base64 32` prints: 32 bytes in base64',
  TABIJI_DNS: 'a list of IP addresses of DNS servers, with or without a port, for example 192.0.2.53,127.0.0.1:5353',
  TABIJI_DEMO: 'on or off',
};

const secret = new Set<Variable>(['TABIJI_TOKEN', 'TABIJI_DKIM', 'TABIJI_KEY', 'RESEND_API_KEY']);

/** Checks the given variables; an empty value counts as not set. Returns every problem found, not only the first. */
export function loadConfig(env: Record<string, string | undefined>): Config | ConfigProblem[] {
  const given = Object.fromEntries(
    (Object.keys(allowed) as Variable[]).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => issue.path[0] as Variable));
    return [...names].map((name) => problem(name, given[name] ?? ''));
  }
  const set = parsed.data;
  if (!isLoopback(set.HOST) && set.TABIJI_TOKEN === undefined) return [openToEverybody(set.HOST)];
  if (set.TABIJI_ROLE !== 'all' && set.DATABASE_URL === undefined) return [alone(set.TABIJI_ROLE)];
  return {
    role: set.TABIJI_ROLE,
    port: set.PORT,
    host: set.HOST,
    url: (set.TABIJI_URL ?? `http://${hostInUrl(set.HOST)}:${set.PORT}`).replace(/\/+$/, ''),
    token: set.TABIJI_TOKEN,
    databaseUrl: set.DATABASE_URL,
    databasePool: set.TABIJI_DATABASE_POOL,
    dataDir: path.resolve(set.TABIJI_DATA),
    uploadLimit: set.TABIJI_UPLOAD_MB * 1024 * 1024,
    logLevel: set.TABIJI_LOG,
    smtpUrl: set.TABIJI_SMTP_URL,
    dkim: set.TABIJI_DKIM,
    resendApiKey: set.RESEND_API_KEY,
    resendBaseUrl: set.RESEND_BASE_URL,
    resendBatch: set.RESEND_BATCH,
    webhookAllow: set.TABIJI_WEBHOOK_ALLOW?.split(',').map((each) => each.trim().toLowerCase()),
    inboundAddress: set.TABIJI_INBOUND,
    sealKey: set.TABIJI_KEY,
    dnsServers: set.TABIJI_DNS,
    demo: set.TABIJI_DEMO === 'on',
  };
}

/** The configuration of this process. */
export const readConfig = () => loadConfig(process.env);

export const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** An address as it may be shown: the password is replaced. */
export function maskPassword(text: string): string {
  return text.replace(/^([a-z]+:\/\/[^:@/]*):.*@/i, '$1:***@');
}

function problem(variable: Variable, value: string): ConfigProblem {
  const shown = secret.has(variable) ? `is set (${value.length} characters)` : `is "${maskPassword(value)}"`;
  return { variable, message: `${variable} ${shown}, but must be ${allowed[variable]}.` };
}

function alone(role: Role): ConfigProblem {
  const way = 'Set DATABASE_URL, which all of them share, or leave TABIJI_ROLE out to run everything in one process.';
  return {
    variable: 'TABIJI_ROLE',
    message: `TABIJI_ROLE is "${role}", but the embedded database serves one process only. ${way}`,
  };
}

function openToEverybody(host: string): ConfigProblem {
  const way =
    `Set TABIJI_TOKEN (${allowed.TABIJI_TOKEN}), which every page then asks for, ` +
    'or leave HOST out to serve this machine only.';
  return {
    variable: 'HOST',
    message: `HOST is "${host}", which other machines can reach, but nothing guards it. ${way}`,
  };
}

/** An IP address, with a port or without. */
function isDnsServer(server: string): boolean {
  const [, bare] = /^\[?([\da-f.:]+?)\]?(?::\d{1,5})?$/i.exec(server) ?? [];
  return bare !== undefined && isIP(server.startsWith('[') || isIP(server) === 0 ? bare : server) !== 0;
}

const hostInUrl = (host: string) => (host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host);
