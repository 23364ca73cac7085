export const returns = {
  title: 'Mails that come back',
  address: {
    label: 'Bounce address',
    help: 'An address of its own for reports about mails that could not be delivered, with at most ten letters before the @. Where it is empty, they come back to the sender. It counts for mails that go by SMTP.',
    example:
      'Every mail goes with an address of its own (such as {{example}}), so it is known which one came back. Let what comes to it with a “+” behind its name arrive in the same mailbox.',
    wrong: 'Enter a mail address with at most ten letters before the @, such as bounce@mail.example.com',
    check: 'Check the domain',
    yes: '{{domain}} receives mail ({{hosts}}).',
    yesDirect: '{{domain}} has no MX record. Mails arrive, since it has an address; an MX record makes it certain.',
    no: '{{domain}} receives no mail. Add an MX record to its DNS that leads to your mail server.',
    unknown: 'The DNS of {{domain}} could not be asked. Check again in a while.',
  },
  mailbox: {
    title: 'Read a mailbox (IMAP)',
    about:
      'Every two minutes the mailbox is looked into for bounces, complaints and unsubscribes by mail. What was taken in is marked as read and never deleted. Replies of customers are left alone.',
    fails: 'The mailbox cannot be read (since {{since}})',
    said: 'The server said: {{detail}}',
    readAt: 'Last looked into: {{at}}',
    notYet: 'Not looked into yet. It will be within two minutes.',
    counts: 'Mails taken in: {{taken}}. Left as they were: {{passed}}.',
    broken: 'Could not be read: {{broken}}.',
    read: 'Read it now',
    fine_one: 'Connected. There is {{count, number}} mail in the folder.',
    fine_other: 'Connected. There are {{count, number}} mails in the folder.',
    trouble: {
      unreachable: 'The server cannot be reached. Check the host name and the port.',
      blocked:
        'This server is not connected to. Addresses inside a network, and lines that are not encrypted, must be named in TABIJI_WEBHOOK_ALLOW by whoever runs Tabiji.',
      tls: 'No encrypted connection was possible. Check the kind of encryption and the port (993 for TLS, 143 for STARTTLS), and the name and date of the certificate.',
      login:
        'The user name or the password is wrong. Services with two-step verification want an app password. Also check that IMAP is switched on.',
      folder: 'There is no such folder. It is usually INBOX.',
      sealed:
        'The password that was kept cannot be opened. Start with the TABIJI_KEY it was kept with, or enter it again.',
      other: 'The mailbox cannot be read. See what the server said.',
    },
  },
  form: {
    host: 'IMAP server',
    tls: 'Encryption',
    way: { tls: 'TLS', starttls: 'STARTTLS', none: 'None (inside only)' },
    port: 'Port',
    username: 'User name',
    password: 'Password',
    passwordHelp: 'Kept encrypted and never shown.',
    passwordKept: 'It is kept. Enter one only to change it.',
    folder: 'Folder',
    folderHelp: 'Where reports arrive. It is usually INBOX.',
    check: 'Check the connection',
    remove: 'Stop reading it',
    wrong: {
      host: 'Enter a host name, such as imap.example.com',
      port: 'Enter a number from 1 to 65535.',
      username: 'Enter the user name.',
      password: 'Enter the password.',
      folder: 'Enter the folder’s name.',
    },
  },
} as const;
