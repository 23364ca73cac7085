import DNS from 'dns2';

/** Records by name, `type value`: `{ 'shop.example': ['TXT v=spf1 mx ~all', 'MX mail.shop.example', 'A 192.0.2.1'] }`. */
export type Zone = Record<string, string[]>;

/** A real DNS server on loopback. The zone may be changed while it runs; `down` names answer that the server failed. */
export async function startDnsServer(zone: Zone) {
  const down = new Set<string>();
  const server = DNS.createServer({
    udp: true,
    handle(request, send) {
      const response = DNS.Packet.createResponseFromRequest(request);
      const [question] = request.questions;
      const name = question?.name.toLowerCase() ?? '';
      if (down.has(name)) response.header.rcode = 2;
      else if (!zone[name]) response.header.rcode = 3;
      for (const record of zone[name] ?? []) {
        const at = record.indexOf(' ');
        const [type, value] = [record.slice(0, at), record.slice(at + 1)];
        if (question?.type !== DNS.Packet.TYPE[type as 'TXT']) continue;
        response.answers.push({ name, type: question.type, class: 1, ttl: 0, ...valueOf(type, value) } as never);
      }
      void send(response);
    },
  });
  const { udp } = await server.listen({ udp: { port: 0, address: '127.0.0.1' } });
  return {
    zone,
    down,
    address: `127.0.0.1:${udp?.port}`,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

function valueOf(type: string, value: string): object {
  if (type === 'MX') return { exchange: value, priority: 10 };
  return type === 'TXT' ? { data: value.match(/.{1,255}/g) } : { address: value };
}
