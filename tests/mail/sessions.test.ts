import { smtp } from '@tabiji/server/messages/providers/smtp.ts';
import { expect, test } from 'vitest';
import { attempt, mailTo } from '../conformance/providers/mails.ts';
import { startOddService } from '../conformance/providers/odd-service.ts';
import { configWith } from './services.ts';

interface Seen {
  /** Mails that each session carried, in the order in which they were opened. */
  sessions: number[];
  /** Sessions whose sender has said goodbye or gone. */
  ended: number;
}

/** What a mail server says to a command; undefined: what servers say. `hang up` after an empty text says nothing before. */
type Manner = (command: string, session: { number: number; mails: number }) => string | undefined;

/** A mail server that counts its sessions and answers as it is told. */
async function startCountingServer(manner: Manner = () => undefined) {
  const seen: Seen = { sessions: [], ended: 0 };
  const service = await startOddService((socket) => {
    const number = seen.sessions.push(0) - 1;
    let content = false;
    let rest = '';
    socket.on('close', () => (seen.ended += 1));
    socket.write('220 counting ESMTP\r\n');
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (content && line !== '.') continue;
        const command = content ? 'END' : line.split(/[ :]/)[0]!.toUpperCase();
        const odd = manner(command, { number, mails: seen.sessions[number]! });
        if (odd?.startsWith('421')) return void socket.end(`${odd}\r\n`);
        if (content && odd === undefined) seen.sessions[number]! += 1;
        content = command === 'DATA' && odd === undefined;
        socket.write(`${odd ?? (content ? '354 go on' : command === 'QUIT' ? '221 bye' : '250 fine')}\r\n`);
        if (command === 'QUIT') socket.end();
      }
    });
  });
  const connection = smtp.open(configWith({ smtpUrl: `smtp://127.0.0.1:${service.port}` }));
  if ('missing' in connection) throw new Error(connection.missing);
  const send = async (mails: number) => {
    const ends: string[] = [];
    for (let i = 0; i < mails; i++) {
      const handed = await connection.hand(mailTo(`c${i}@example.com`, `k${seen.sessions.length}-${i}`), attempt());
      ends.push(handed.kind);
    }
    connection.close();
    return ends;
  };
  return { seen, send, [Symbol.asyncDispose]: () => service[Symbol.asyncDispose]() };
}

const times = (count: number, end: string) => Array.from({ length: count }, () => end);

test('a session outlasts a round, carries a hundred mails at most and is closed when it is not needed', async () => {
  await using server = await startCountingServer();
  for (let round = 0; round < 5; round++) await server.send(30);
  expect(server.seen.sessions).toEqual([100, 50]);
  await expect.poll(() => server.seen.ended).toBe(2);
});

test('a mail meets a session that the server has closed meanwhile: it goes through a new one, once', async () => {
  await using server = await startCountingServer((command, { number, mails }) =>
    number === 0 && mails === 3 && command === 'MAIL' ? '421 4.4.2 you were idle' : undefined,
  );
  expect(await server.send(5)).toEqual(times(5, 'accepted'));
  expect(server.seen.sessions).toEqual([3, 2]);
});

test('a server that closes every session at once has taken nothing, and everybody waits', async () => {
  await using server = await startCountingServer((command) => (command === 'RCPT' ? '421 4.7.0 slow down' : undefined));
  expect(await server.send(2)).toEqual(times(2, 'later'));
  expect(server.seen.sessions).toEqual([0, 0]);
});

test('421 after the content: not accepted, and not sent again by itself', async () => {
  await using server = await startCountingServer((command, { mails }) =>
    command === 'END' && mails === 1 ? '421 4.3.0 going down' : undefined,
  );
  expect(await server.send(2)).toEqual(['accepted', 'later']);
  expect(server.seen.sessions).toEqual([1]);
});

test('a session survives refused recipients', async () => {
  let recipients = 0;
  await using server = await startCountingServer((command) =>
    command === 'RCPT' && (recipients += 1) % 2 === 0 ? '550 5.1.1 no such mailbox' : undefined,
  );
  expect(await server.send(6)).toEqual(['accepted', 'refused', 'accepted', 'refused', 'accepted', 'refused']);
  expect(server.seen.sessions).toEqual([3]);
});
