export const gate = {
  domain: {
    link: 'See how to mend {{domain}}',
    bar: 'The DNS of {{domain}} is no longer in order for mails.',
    barMany: 'The DNS of {{count}} domains is no longer in order for mails.',
  },
  hold: {
    since: 'It has been like this since {{at}}. ',
    effect: 'Until it is mended, promotional journeys and mailings from this domain cannot be published.',
    accept: 'Send all the same',
    title: 'Send from {{domain}} all the same?',
    body: 'Gmail, Yahoo, Outlook and carriers may turn the mails away or take them for spam. Go on only when you know that nothing is wrong, for example because the company of your mail server signs them. Who decided, when and why is kept on record.',
    note: 'Why they may go',
    noteHelp: 'For example: the company of our mail server signs them',
    noteMissing: 'Please say why.',
    accepted: '{{by}} decided on {{at}} to send all the same: {{note}}',
    takeBack: 'Take back',
  },
} as const;
