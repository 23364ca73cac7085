/** What is asked of a mail that has come in: its headers, unfolded, by name in small letters; the body as it is. */
export interface InboundMail {
  headers: ReadonlyMap<string, readonly string[]>;
  body: string;
  /** All of it. */
  raw: string;
}

/** Reads a raw message (RFC 5322). Whatever is no header line is passed over. */
export function readMail(raw: string): InboundMail {
  const end = /\r?\n\r?\n/.exec(raw);
  const head = raw.slice(0, end?.index ?? raw.length);
  return { headers: headersOf(head), body: end ? raw.slice(end.index + end[0].length) : '', raw };
}

/** Header fields by name in small letters. */
export function headersOf(text: string): Map<string, string[]> {
  const head = text.replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string[]>();
  for (const line of head.split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const key = name.toLowerCase();
    const known = headers.get(key);
    if (known) known.push(value);
    else headers.set(key, [value]);
  }
  return headers;
}
