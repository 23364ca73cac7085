export const settings = {
  title: 'Settings',
  workspace: {
    title: 'Workspace',
    name: 'Name',
    timeZone: 'Time zone',
    timeZoneHelp: 'Sending times, and dates without a time (taken as 12:00), count in this zone.',
  },
  mail: {
    title: 'Sending mail',
    provider: 'Provider',
    providerHelp: '“Letters” sends nothing out; mails arrive on the page “Letters”.',
    providers: {
      letters: 'Letters (stay in here)',
      smtp: 'SMTP server',
      resend: 'Resend',
      counting: 'Counting only (for trials)',
    },
    senderName: 'Sender’s name',
    senderNameHelp: 'What inboxes show. For example: Mary of Honey & Co.',
    senderAddress: 'Sender’s mail address',
    senderAddressHelp: 'Replies go there, too.',
  },
  display: { title: 'Display', help: 'Kept in this browser only.' },
  required: 'Please fill this in.',
  addressWrong: 'This is not a mail address. For example: shop@example.com',
  unchanged: 'There is nothing to save.',
} as const;
