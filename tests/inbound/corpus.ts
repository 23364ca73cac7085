import type { BounceClass, FeedbackKind } from '@tabiji/shared/sending/feedback.ts';

/** The mail that a report is about. */
export interface About {
  /** `bounce+…@…` */
  returnPath: string;
  /** What stands in CFBL-Feedback-ID. */
  token: string;
  to: string;
}

interface Sample {
  name: string;
  raw: (about: About) => string;
  kind: FeedbackKind | null;
  class?: BounceClass;
}

const crlf = (text: string) => text.replaceAll('\n', '\r\n');

const original = ({ returnPath, token, to }: About) => `Return-Path: <${returnPath}>
From: Shop <hello@tabiji.example>
To: <${to}>
Subject: =?UTF-8?B?44GT44KT44Gr44Gh44Gv?=
Message-ID: <key@tabiji.example>
CFBL-Address: bounce@mail.tabiji.example; report=arf
CFBL-Feedback-ID: ${token}`;

interface Parts {
  from?: string;
  to?: string;
  subject?: string;
  human: string;
  status: string;
  returned?: 'headers' | 'message' | 'nothing';
  headers?: string;
}

/** A report as RFC 3464 has it, with what servers differ in. */
const report = (about: About, parts: Parts): string => {
  const {
    from = 'Mail Delivery System <MAILER-DAEMON@mx.example.net>',
    to = about.returnPath,
    returned = 'headers',
  } = parts;
  const back =
    returned === 'nothing'
      ? ''
      : `--=_b1
Content-Type: ${returned === 'headers' ? 'text/rfc822-headers' : 'message/rfc822'}

${original(about)}
${returned === 'message' ? '\nbody\n' : ''}
`;
  return crlf(`Return-Path: <>
From: ${from}
To: ${to}
Subject: ${parts.subject ?? 'Undelivered Mail Returned to Sender'}
Auto-Submitted: auto-replied
${parts.headers ?? ''}Date: Mon, 2 Mar 2026 10:00:00 +0900
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="=_b1"

--=_b1
Content-Type: text/plain; charset=utf-8

${parts.human}

--=_b1
Content-Type: message/delivery-status

${parts.status}

${back}--=_b1--
`);
};

const failed = (to: string, status: string, diagnosis?: string, more = '') => `Reporting-MTA: dns; mx.example.net
Arrival-Date: Mon, 2 Mar 2026 09:59:00 +0900

Final-Recipient: rfc822; ${to}
Action: failed
Status: ${status}${diagnosis === undefined ? '' : `\nDiagnostic-Code: smtp; ${diagnosis}`}${more}`;

/** Shape → what it is made of; each is tried with every kind of failure. */
const SHAPES: Record<string, (about: About, status: string, diagnosis: string) => string> = {
  'headers returned': (about, status, diagnosis) =>
    report(about, { human: 'I could not deliver your message.', status: failed(about.to, status, diagnosis) }),
  'whole message returned': (about, status, diagnosis) =>
    report(about, {
      human: '配信できませんでした。',
      status: failed(about.to, status, diagnosis),
      returned: 'message',
    }),
  'nothing returned, address in capitals': (about, status, diagnosis) =>
    report(about, {
      to: about.returnPath.toUpperCase(),
      human: 'Delivery failed',
      status: failed(about.to, status, diagnosis),
      returned: 'nothing',
    }),
  'forwarded to the shop': (about, status, diagnosis) =>
    crlf(`From: Somebody <ops@tabiji.example>
To: inbox@tabiji.example
Subject: Fwd: Undelivered
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="fwd"

--fwd
Content-Type: text/plain

see below
--fwd
Content-Type: message/rfc822

${report(about, { human: 'no', status: failed(about.to, status, diagnosis) }).replaceAll('\r\n', '\n')}
--fwd--
`),
  'sent to the sender, folded': (about, status, diagnosis) =>
    report(about, {
      to: 'hello@tabiji.example',
      human: 'failure',
      status: failed(about.to, `${status} (see below)`, diagnosis.replace(' ', '\n    ')),
    }),
};

const FAILURES: [status: string, diagnosis: string, of: BounceClass][] = [
  ['5.1.1', '550 5.1.1 <x>: Recipient address rejected: User unknown', 'hard'],
  ['5.1.10', '550 5.1.10 RecipientNotFound', 'hard'],
  ['5.1.2', '550 5.1.2 Host or domain name not found', 'soft'],
  ['5.2.2', '552 5.2.2 mailbox full', 'soft'],
  ['5.7.1', '550 5.7.1 refused by policy', 'sender'],
  ['5.0.0', '550 Unknown user', 'hard'],
  ['5.0.0', '552 over quota', 'soft'],
  ['4.4.7', '451 delivery time expired', 'soft'],
];

const inWords = (about: About, { from = 'MAILER-DAEMON@docomo.example', text = '', headers = '', charset = 'utf-8' }) =>
  crlf(`Return-Path: <>
From: ${from}
To: ${about.returnPath}
Subject: Undelivered Mail
${headers}Date: Mon, 2 Mar 2026 10:00:00 +0900
MIME-Version: 1.0
Content-Type: text/plain; charset=${charset}

${text}
`);

const complaint = (about: About, type: string, { redacted = false } = {}) =>
  crlf(`From: <feedback@provider.example>
To: ${redacted ? 'bounce@mail.tabiji.example' : about.returnPath}
Subject: complaint
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="arf"

--arf
Content-Type: text/plain

This is an abuse report.

--arf
Content-Type: message/feedback-report

Feedback-Type: ${type}
User-Agent: SomeProvider/1.0
Version: 1
Original-Mail-From: <${redacted ? 'redacted' : about.returnPath}>
Arrival-Date: Mon, 2 Mar 2026 10:00:00 +0900

--arf
Content-Type: ${redacted ? 'text/rfc822-headers' : 'message/rfc822'}

${redacted ? original(about).replace(/^(Return-Path|To): .*\n/gm, '') : original(about)}

--arf--
`);

/** Reports in the shapes in which they come, and mails that are none. */
export const CORPUS: Sample[] = [
  ...Object.entries(SHAPES).flatMap(([shape, make]) =>
    FAILURES.map(([status, diagnosis, of]): Sample => ({
      name: `${status} “${diagnosis}”, ${shape}`,
      raw: (about) => make(about, status, diagnosis),
      kind: 'bounced',
      class: of,
    })),
  ),
  {
    name: 'a status without a code: the answer of the other server counts',
    raw: (about) => report(about, { human: '', status: failed(about.to, '', '550 Invalid recipient') }),
    kind: 'bounced',
    class: 'hard',
  },
  {
    name: 'refused for its reputation, without an enhanced code',
    raw: (about) => report(about, { human: '', status: failed(about.to, '5.0.0', '550 Blocked for spam') }),
    kind: 'bounced',
    class: 'sender',
  },
  {
    name: 'no diagnosis at all',
    raw: (about) => report(about, { human: '', status: failed(about.to, '5.0.0') }),
    kind: 'bounced',
    class: 'soft',
  },
  {
    name: 'not yet delivered',
    raw: (about) =>
      report(about, {
        human: 'Will retry',
        status: failed(about.to, '4.4.1', '421 no answer').replace('failed', 'delayed'),
      }),
    kind: 'delayed',
  },
  {
    name: 'delivered',
    raw: (about) => report(about, { human: '', status: failed(about.to, '2.1.5').replace('failed', 'delivered') }),
    kind: 'delivered',
  },
  {
    name: 'relayed to a server that reports nothing',
    raw: (about) => report(about, { human: '', status: failed(about.to, '2.1.5').replace('failed', 'relayed') }),
    kind: null,
  },
  {
    name: 'words only, a code in brackets',
    raw: (about) =>
      inWords(about, {
        text: `Hi. This is the program at example.net.\n<${about.to}>:\nRemote host said: 550 5.1.1 no such user\n`,
      }),
    kind: 'bounced',
    class: 'hard',
  },
  {
    name: 'words only, no enhanced code',
    raw: (about) =>
      inWords(about, {
        text: `  ----- 配信できなかった宛先 -----\n${about.to}\n>>> RCPT To:<${about.to}>\n<<< 550 Unknown user ${about.to}\n`,
      }),
    kind: 'bounced',
    class: 'hard',
  },
  {
    name: 'words only, in ISO-2022-JP',
    raw: (about) =>
      inWords(about, { charset: 'iso-2022-jp', text: `\u001b$B08@h$,8+$D$+$j$^$;$s\u001b(B\n<<< 550 5.1.1 unknown\n` }),
    kind: 'bounced',
    class: 'hard',
  },
  {
    name: 'words only, and no code: nobody is given up for words',
    raw: (about) => inWords(about, { text: `User unknown: ${about.to}` }),
    kind: 'bounced',
    class: 'soft',
  },
  {
    name: 'words of a server without a name, the address in a header',
    raw: (about) =>
      inWords(about, {
        from: 'delivery@gateway.example',
        headers: `X-Failed-Recipients: ${about.to}\n`,
        text: '550 5.2.1 disabled',
      }),
    kind: 'bounced',
    class: 'hard',
  },
  {
    name: 'words only, still trying',
    raw: (about) => inWords(about, { text: 'Deferred: 450 4.2.1 try later' }),
    kind: 'delayed',
  },
  { name: 'a complaint', raw: (about) => complaint(about, 'abuse'), kind: 'complained' },
  {
    name: 'a complaint without addresses',
    raw: (about) => complaint(about, 'abuse', { redacted: true }),
    kind: 'complained',
  },
  { name: 'a complaint of fraud', raw: (about) => complaint(about, 'fraud'), kind: 'complained' },
  { name: 'a reader who says that it is no spam', raw: (about) => complaint(about, 'not-spam'), kind: null },
  { name: 'a report about signatures', raw: (about) => complaint(about, 'auth-failure'), kind: null },
  {
    name: 'a note about holidays',
    raw: (about) =>
      inWords(about, {
        from: about.to,
        headers: 'Auto-Submitted: auto-replied\n',
        text: '550 5.1.1 is my favourite number',
      }),
    kind: null,
  },
  {
    name: 'an answer of a reader',
    raw: (about) => inWords(about, { from: about.to, text: `ありがとうございました\n> 550 5.1.1\n` }),
    kind: null,
  },
];
