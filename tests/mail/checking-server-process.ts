import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { checkMessage } from './checklist.ts';
import { mailOf } from './many.ts';

/** A mail server in a process of its own that tells its parent what is wrong with each mail. */
const tell = (message: object) => process.send?.(message);

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  async onData(stream, session, callback) {
    const raw = await buffer(stream);
    const [to = '', ...others] = session.envelope.rcptTo.map(({ address }) => address);
    callback(null, 'taken over');
    const wrong = await checkMessage(raw, mailOf(to));
    tell({ to, wrong: others.length > 0 ? [...wrong, `it went to ${others.join()} too`] : wrong });
  },
});
server.on('error', () => undefined); // the sender ends while sessions lie idle
server.listen(0, '127.0.0.1', () => tell({ port: (server.server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
