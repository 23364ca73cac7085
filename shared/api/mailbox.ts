import { z } from 'zod';

/** How the line to a mailbox is protected. */
export const MailboxTls = z.enum(['tls', 'starttls', 'none']);
export type MailboxTls = z.infer<typeof MailboxTls>;

/** Why a mailbox cannot be read. */
export const MAILBOX_TROUBLES = ['unreachable', 'blocked', 'tls', 'login', 'folder', 'sealed', 'other'] as const;
export type MailboxTrouble = (typeof MAILBOX_TROUBLES)[number];

/** The mailbox to which mail servers report. Its password is written and never shown. */
export const MailboxSettings = z.object({
  host: z.string(),
  port: z.int(),
  tls: MailboxTls,
  username: z.string(),
  folder: z.string(),
  readAt: z.string().nullable().describe('real time at which it was looked into last'),
  trouble: z
    .object({ code: z.enum(MAILBOX_TROUBLES), detail: z.string(), since: z.string() })
    .nullable()
    .describe('why it could not be read'),
  taken: z.int().describe('mails that were reports, complaints or refusals of mails'),
  passed: z.int().describe('mails for people, which stay as they are'),
  broken: z.int().describe('mails that could not be read'),
  lastTakenAt: z.string().nullable(),
});
export type MailboxSettings = z.infer<typeof MailboxSettings>;

export const MailboxState = z.object({ mailbox: MailboxSettings.nullable() });
export type MailboxState = z.infer<typeof MailboxState>;

export const SetMailbox = z.strictObject({
  host: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 'a host name such as imap.example.com'),
  port: z.int().min(1).max(65_535),
  tls: MailboxTls,
  username: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(500).optional().describe('may be left out where one is kept already for this user'),
  folder: z.string().trim().min(1).max(200),
});
export type SetMailbox = z.infer<typeof SetMailbox>;

/** What came of logging in and opening the folder. */
export const MailboxCheck = z.union([
  z.object({ ok: z.literal(true), mails: z.int().describe('in the folder') }),
  z.object({ ok: z.literal(false), trouble: z.enum(MAILBOX_TROUBLES), detail: z.string() }),
]);
export type MailboxCheck = z.infer<typeof MailboxCheck>;
