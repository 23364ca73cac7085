import { expect, test } from 'vitest';
import { hasHungUp, outcomeOf } from './smtp-outcome.ts';

const reply = (responseCode: number, code: string, command: string) =>
  Object.assign(new Error('no'), { responseCode, code, command });

test.each([
  [550, 'EENVELOPE', 'RCPT TO', { kind: 'refused' }],
  [553, 'EENVELOPE', 'RCPT TO', { kind: 'refused' }],
  [552, 'EMESSAGE', 'DATA', { kind: 'refused' }],
  [554, 'EMESSAGE', 'DATA', { kind: 'refused' }],
  [450, 'EENVELOPE', 'RCPT TO', { kind: 'later', everybody: false }],
  [451, 'EMESSAGE', 'DATA', { kind: 'later', everybody: false }],
  [452, 'EENVELOPE', 'RCPT TO', { kind: 'later', everybody: false }],
  [503, 'EENVELOPE', 'DATA', { kind: 'later', everybody: false }],
  [421, 'EENVELOPE', 'RCPT TO', { kind: 'later', everybody: true }],
  [421, 'EMESSAGE', 'DATA', { kind: 'later', everybody: true }],
  [530, 'EENVELOPE', 'RCPT TO', { kind: 'later', everybody: true }],
  [550, 'EENVELOPE', 'MAIL FROM', { kind: 'later', everybody: true, sender: true }],
  [535, 'EAUTH', 'AUTH PLAIN', { kind: 'later', everybody: true }],
  [554, 'EPROTOCOL', 'CONN', { kind: 'later', everybody: true }],
] as const)('%i %s to %s', (code, name, command, expected) => {
  for (const begun of [false, true]) expect(outcomeOf(reply(code, name, command), begun)).toMatchObject(expected);
});

test('what the server said of a mail is kept whole, and nothing of what concerns everybody', () => {
  const said = Object.assign(reply(550, 'EENVELOPE', 'RCPT TO'), { response: '550-5.1.1 nobody\r\n550 5.1.1 here' });
  expect(outcomeOf(said, false)).toMatchObject({ kind: 'refused', answer: '550-5.1.1 nobody 550 5.1.1 here' });
  expect(outcomeOf(reply(450, 'EENVELOPE', 'RCPT TO'), false)).toMatchObject({ kind: 'later', answer: '450 no' });
  expect(outcomeOf(reply(421, 'EENVELOPE', 'RCPT TO'), false)).not.toHaveProperty('answer');
});

test('without an answer it depends on whether the content was on its way', () => {
  const lost = new Error('the mail server closed the connection');
  expect(outcomeOf(lost, true)).toMatchObject({ kind: 'unknown' });
  expect(outcomeOf(lost, false)).toMatchObject({ kind: 'later', everybody: true });
  expect(outcomeOf(Object.assign(new Error('too large'), { code: 'EMESSAGE' }), false)).toMatchObject({
    kind: 'refused',
  });
});

test('who closes the channel has hung up, who refuses a mail has not', () => {
  expect(hasHungUp(new Error('the mail server closed the connection'))).toBe(true);
  expect(hasHungUp(reply(421, 'EENVELOPE', 'MAIL FROM'))).toBe(true);
  expect(hasHungUp(reply(550, 'EENVELOPE', 'RCPT TO'))).toBe(false);
});
