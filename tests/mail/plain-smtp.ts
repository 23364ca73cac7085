import { startOddService } from '../conformance/providers/odd-service.ts';

/** What the server says to a command instead of yes; to the end of a mail (`.`) as well. */
type Manner = (command: string) => string | undefined;

/** A mail server that takes every address, also one that libraries refuse; it writes down the commands it is given. */
export async function startPlainMailServer(manner: Manner = () => undefined) {
  const commands: string[] = [];
  const service = await startOddService((socket) => {
    let content = false;
    let rest = '';
    socket.write('220 plain ESMTP\r\n');
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (content && line !== '.') continue;
        if (!content) commands.push(line);
        const odd = manner(line);
        content = line === 'DATA' && odd === undefined;
        socket.write(`${odd ?? (content ? '354 go on' : '250 fine')}\r\n`);
      }
    });
  });
  return { ...service, url: `smtp://127.0.0.1:${service.port}`, commands };
}
