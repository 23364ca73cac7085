import { startOddService } from '../conformance/providers/odd-service.ts';

/** A mail server that takes every address, also one that libraries refuse; it writes down the commands it is given. */
export async function startPlainMailServer() {
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
        content = line === 'DATA';
        socket.write(content ? '354 go on\r\n' : '250 fine\r\n');
      }
    });
  });
  return { ...service, url: `smtp://127.0.0.1:${service.port}`, commands };
}
