import hoodiecrow from 'hoodiecrow-imap';

/** An IMAP server in a process of its own: one mailbox `bounce`, whose password is `p@ss word`. */

const server = hoodiecrow({
  plugins: ['ID', 'SASL-IR', 'AUTH-PLAIN', 'NAMESPACE', 'ENABLE', 'LITERALPLUS', 'UIDPLUS', 'UNSELECT', 'MOVE'],
  users: { bounce: { password: 'p@ss word' } },
  storage: { INBOX: {}, '': { folders: { Reports: {} } } },
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.server.address().port }));
process.on('message', (word) => {
  if (word === 'renumber') server.getMailbox('INBOX').uidvalidity += 1;
  process.send?.({ done: word });
});
process.on('disconnect', () => process.exit(0));
