import { Resolver } from 'node:dns/promises';

/** What the DNS says: records, that there are none, or that it could not be asked. */
export type Answer<T> = { kind: 'found'; records: readonly T[] } | { kind: 'none' } | { kind: 'unreachable' };

/** The questions that are asked of the DNS. Names without a dot at the end. */
export interface Dns {
  /** Each record as one text. */
  txt(name: string): Promise<Answer<string>>;
  /** Names of mail hosts; '' for the null MX (RFC 7505). */
  mx(name: string): Promise<Answer<string>>;
  /** Addresses of both families. */
  address(name: string): Promise<Answer<string>>;
}

/** There is no such name, or it has no such record. Everything else says nothing about the domain. */
const NONE = new Set(['ENOTFOUND', 'ENODATA']);

/**
 * The DNS as this machine sees it. Answers are kept for as long as this object is: one examination asks nothing twice.
 * @param servers `host:port` of the resolvers to ask instead of the system's
 */
export function openDns(servers?: readonly string[]): Dns {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  if (servers && servers.length > 0) resolver.setServers([...servers]);
  const kept = new Map<string, Promise<Answer<string>>>();
  const once = (question: string, ask: () => Promise<readonly string[]>): Promise<Answer<string>> => {
    let answer = kept.get(question);
    if (!answer) kept.set(question, (answer = answered(ask)));
    return answer;
  };
  return {
    txt: (name) => once(`TXT ${name}`, async () => (await resolver.resolveTxt(name)).map((parts) => parts.join(''))),
    mx: (name) =>
      once(`MX ${name}`, async () =>
        (await resolver.resolveMx(name)).toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange),
      ),
    address: async (name) => {
      const both = await Promise.all([
        once(`A ${name}`, () => resolver.resolve4(name)),
        once(`AAAA ${name}`, () => resolver.resolve6(name)),
      ]);
      const records = both.flatMap((one) => (one.kind === 'found' ? one.records : []));
      if (records.length > 0) return { kind: 'found', records };
      return both.some(({ kind }) => kind === 'unreachable') ? { kind: 'unreachable' } : { kind: 'none' };
    },
  };
}

async function answered(ask: () => Promise<readonly string[]>): Promise<Answer<string>> {
  try {
    const records = await ask();
    return records.length > 0 ? { kind: 'found', records } : { kind: 'none' };
  } catch (error) {
    return { kind: NONE.has((error as NodeJS.ErrnoException).code ?? '') ? 'none' : 'unreachable' };
  }
}
