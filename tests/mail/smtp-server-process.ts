import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail server in a process of its own. It tells its parent what it accepted. */

/** Local parts of addresses that are treated specially. */
const MANNERS = { unknown: 'nobody', busy: 'busy', hangs: 'hangs', drops: 'drops' } as const;

const refuse = (code: number, message: string) => Object.assign(new Error(message), { responseCode: code });
const tell = (message: object) => process.send?.(message);

const server = new SMTPServer({
  authOptional: true,
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth({ username, password }, _session, callback) {
    if (username === 'shop' && password === 'p@ss word') callback(null, { user: username });
    else callback(refuse(535, 'wrong password'));
  },
  onMailFrom({ address }, _session, callback) {
    if (address.endsWith('@not-ours.example')) callback(refuse(550, 'not allowed to send as this address'));
    else callback();
  },
  logger: false,
  onRcptTo({ address }, _session, callback) {
    const local = address.split('@')[0];
    if (local === MANNERS.unknown) callback(refuse(550, 'no such mailbox'));
    else if (local === MANNERS.busy) callback(refuse(451, 'try again later'));
    else callback();
  },
  async onData(stream, session, callback) {
    const raw = await buffer(stream).catch(() => undefined);
    if (!raw) return callback(refuse(451, 'broken off')); // the sender was killed in the middle of the mail
    const { mailFrom, rcptTo } = session.envelope;
    const to = rcptTo.map(({ address }) => address);
    tell({ from: mailFrom ? mailFrom.address : '', to, raw: raw.toString('base64') });
    const local = to[0]?.split('@')[0];
    if (local === MANNERS.hangs) return; // taken, but the sender never hears of it
    if (local === MANNERS.drops) process.exit(1);
    callback(null, 'taken over');
  },
});
server.on('error', () => undefined); // senders that break off are part of the tests
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address();
  tell({ port: typeof address === 'object' ? address?.port : 0 });
});
process.on('message', () => tell({ connections: server.connections.size }));
process.on('disconnect', () => process.exit(0));
