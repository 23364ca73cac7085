import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isLoopback } from '../../config.ts';

/** A connection to a mail server that is logged in. */
export interface Session {
  readonly broken: boolean;
  /** Takes a whole MIME message to be sent with the next call. */
  prepare(raw: Buffer): {
    /** Whether the server has asked for the content and got some of it. */
    readonly begun: boolean;
    /** MAIL FROM leaves at once. Returns the server's last answer. */
    send(envelope: { from: string; to: string }, signal: AbortSignal): Promise<string>;
  };
  /** Forgets a mail that was refused, so that the next one can follow. */
  reset(signal: AbortSignal): Promise<void>;
  quit(): void;
  destroy(): void;
}

const STEP_MS = 10_000; // to connect, to be greeted

/** @throws nodemailer's error when the server cannot be reached or does not let us in */
export async function openSession(url: string, signal: AbortSignal): Promise<Session> {
  const { auth, ...options } = parseConnectionUrl(url);
  const connection = new SMTPConnection({
    ...options,
    requireTLS: options['requireTLS'] === true || needsTls(options),
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    dnsTimeout: STEP_MS,
    socketTimeout: 30_000,
    socketCloseTimeout: 0, // closing destroys the socket
    allowInternalNetworkInterfaces: true,
  });
  let broken = false;
  const lost = () => (broken = true);
  connection.on('error', lost).on('end', lost);
  try {
    await step<void>(connection, signal, (done) => connection.connect((error) => done(error)));
    if (auth) await step<void>(connection, signal, (done) => connection.login(auth, (error) => done(error)));
  } catch (error) {
    connection.close();
    throw error;
  }
  return {
    get broken() {
      return broken;
    },
    prepare(raw) {
      const body = {
        begun: false,
        send: (envelope: { from: string; to: string }, signal: AbortSignal) =>
          step<string>(connection, signal, (done) => {
            const content = new Readable({
              read() {
                body.begun = true;
                this.push(raw);
                this.push(null);
              },
            });
            connection.send({ from: envelope.from, to: [envelope.to] }, content, (error, info) =>
              done(error, info?.response),
            );
          }),
      };
      return body;
    },
    reset: (signal) => step<void>(connection, signal, (done) => connection.reset((error) => done(error))),
    quit: () => connection.quit(),
    destroy: () => connection.close(),
  };
}

/** Passwords and mails cross no network in the clear, unless the address says `?ignoreTLS=true`. */
export const needsTls = ({ host, secure, ...more }: ReturnType<typeof parseConnectionUrl>): boolean =>
  secure !== true && more['ignoreTLS'] !== true && !isLoopback(host ?? '');

type Done<T> = (error?: Error | null, result?: T) => void;

/** One exchange with the server; the deadline and a lost connection end it too. */
function step<T>(connection: SMTPConnection, signal: AbortSignal, start: (done: Done<T>) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const settle: Done<T> = (error, result) => {
      connection.off('error', settle).off('end', onEnd);
      signal.removeEventListener('abort', onAbort);
      if (error) reject(error);
      else resolve(result as T);
    };
    const onEnd = () => settle(new Error('the mail server closed the connection'));
    const onAbort = () => settle(new Error('no answer within the deadline'));
    connection.on('error', settle).on('end', onEnd);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    else start(settle);
  });
}
