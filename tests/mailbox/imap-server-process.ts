import hoodiecrow from 'hoodiecrow-imap';

/** An IMAP server in a process of its own: one mailbox `bounce`, whose password is `p@ss word`. */

const server = hoodiecrow({
  plugins: ['ID', 'SASL-IR', 'AUTH-PLAIN', 'NAMESPACE', 'ENABLE', 'LITERALPLUS', 'UIDPLUS', 'UNSELECT', 'MOVE'],
  users: { bounce: { password: 'p@ss word' } },
  storage: { INBOX: {}, '': { folders: { Reports: {} } } },
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.server.address().port }));
const refused = new Set<string>();
const fetch = server.getCommandHandler('UID FETCH');
server.setCommandHandler('UID FETCH', (connection, parsed, data, callback) => {
  if (!refused.has(parsed.attributes[0]?.value ?? '')) return fetch(connection, parsed, data, callback);
  const attributes = [{ type: 'TEXT', value: 'this mail cannot be read' }];
  connection.send({ tag: parsed.tag, command: 'NO', attributes }, 'FETCH FAILED', parsed, data);
  return callback();
});
process.on('message', (word) => {
  if (word === 'renumber') server.getMailbox('INBOX').uidvalidity += 1;
  else refused.add(String(word));
  process.send?.({ done: word });
});
process.on('disconnect', () => process.exit(0));
