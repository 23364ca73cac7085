import net from 'node:net';
import { tellFacts, expectedOf } from './shop-facts.ts';
import type { Plan, Said } from './load.ts';

/**
 * Sends prebuilt requests over kept-alive connections, each waiting for its answer before the next; says how long it took.
 * As cheap as can be: it shares the machine with what it measures.
 */
process.once('message', (plan: Plan) => {
  const told = tellFacts(plan.facts, plan);
  const requests = plan.perRequest === 1 ? told.map(({ fact }) => single(fact, plan)) : inBatches(told, plan);
  const say = (said: Said) => process.send?.(said);
  say({ what: 'ready', expected: expectedOf(told), requests: requests.length });
  process.once('message', () => {
    void send(requests, plan).then((result) => {
      say({ what: 'done', ...result });
    });
  });
});

type Told = ReturnType<typeof tellFacts>;

function inBatches(told: Told, plan: Plan): Buffer[] {
  const requests: Buffer[] = [];
  for (let i = 0; i < told.length; i += plan.perRequest)
    requests.push(request('/v1/batch', { facts: told.slice(i, i + plan.perRequest).map(({ fact }) => fact) }, plan));
  return requests;
}

function single(fact: Told[number]['fact'], plan: Plan): Buffer {
  const { type, ...body } = fact;
  return request(
    { track: '/v1/track', order: '/v1/orders', shipment: '/v1/shipments', identify: '/v1/identify' }[type],
    body,
    plan,
  );
}

function request(path: string, body: unknown, { port, workspace }: Plan): Buffer {
  const text = Buffer.from(JSON.stringify(body));
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    'content-type: application/json',
    `tabiji-workspace: ${workspace}`,
    `content-length: ${text.length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), text]);
}

interface Result {
  seconds: number;
  stored: number;
  duplicates: number;
  refused: number;
  /** The first answer that was no receipt. */
  said: string | undefined;
  p50: number;
  p99: number;
}

async function send(requests: readonly Buffer[], { connections, port }: Plan): Promise<Result> {
  const sum = { stored: 0, duplicates: 0, refused: 0, said: undefined as string | undefined };
  const times = new Float64Array(requests.length);
  let next = 0;
  const take = (answer: string) => {
    const receipt = /"stored":(\d+),"duplicates":(\d+)/.exec(answer);
    if (!receipt || !answer.startsWith('HTTP/1.1 200')) {
      sum.refused++;
      sum.said ??= answer;
      return;
    }
    sum.stored += Number(receipt[1]);
    sum.duplicates += Number(receipt[2]);
  };
  const work = () =>
    new Promise<void>((resolve, reject) => {
      let [n, since, answer] = [-1, 0, ''];
      const go = () => {
        if (next >= requests.length) {
          socket.end();
          resolve();
          return;
        }
        n = next++;
        since = performance.now();
        socket.write(requests[n]!);
      };
      const socket = net.connect({ port, host: '127.0.0.1', noDelay: true }, go);
      socket.setEncoding('latin1');
      socket.on('error', reject);
      socket.on('data', (chunk: string) => {
        answer = answer === '' ? chunk : answer + chunk;
        if (!isWhole(answer)) return;
        times[n] = performance.now() - since;
        take(answer);
        answer = '';
        go();
      });
    });
  const begun = performance.now();
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - begun) / 1000;
  times.sort();
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { seconds, ...sum, p50: at(0.5), p99: at(0.99) };
}

function isWhole(answer: string): boolean {
  const body = answer.indexOf('\r\n\r\n');
  if (body < 0) return false;
  const length = /content-length: (\d+)/i.exec(answer.slice(0, body))?.[1];
  if (length === undefined) throw new Error(`an answer without a length: ${answer.slice(0, 200)}`);
  return answer.length >= body + 4 + Number(length);
}
