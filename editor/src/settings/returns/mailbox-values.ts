import { type MailboxSettings, type MailboxTls, SetMailbox } from '@tabiji/shared/api/mailbox.ts';

/** What the fields hold. */
export interface MailboxValues {
  host: string;
  port: string;
  tls: MailboxTls;
  username: string;
  /** Empty: the one that is kept. */
  password: string;
  folder: string;
}

type Field = keyof MailboxValues;

const PORTS: Readonly<Record<MailboxTls, string>> = { tls: '993', starttls: '143', none: '143' };

export const NEW_MAILBOX: MailboxValues = {
  host: '',
  port: PORTS.tls,
  tls: 'tls',
  username: '',
  password: '',
  folder: 'INBOX',
};

export const valuesOf = ({ host, port, tls, username, folder }: MailboxSettings): MailboxValues => ({
  host,
  port: String(port),
  tls,
  username,
  folder,
  password: '',
});

/** Another protection has another usual port; one that somebody chose stays. */
export const withTls = (values: MailboxValues, tls: MailboxTls): MailboxValues => ({
  ...values,
  tls,
  port: values.port === PORTS[values.tls] ? PORTS[tls] : values.port,
});

/** Whether the password that is kept would serve: it is for one server and user only. */
export const hasPassword = (values: MailboxValues, kept: MailboxSettings | null): boolean =>
  kept !== null && kept.host === values.host.trim().toLowerCase() && kept.username === values.username.trim();

/** What is asked for, or which fields are wrong. */
export function askedOf(
  { password, ...values }: MailboxValues,
  kept: MailboxSettings | null,
): { asked: SetMailbox } | { wrong: ReadonlySet<Field> } {
  const parsed = SetMailbox.safeParse({ ...values, port: Number(values.port), ...(password !== '' && { password }) });
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0] as Field));
  if (password === '' && !hasPassword({ ...values, password }, kept)) wrong.add('password');
  return parsed.success && wrong.size === 0 ? { asked: parsed.data } : { wrong };
}
