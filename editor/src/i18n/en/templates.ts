export const templates = {
  title: 'Templates',
  about: 'The text of your mails, built from blocks, with each customer’s own values in it. MJML works as well.',
  brand: 'Look of mails',
  create: 'New template',
  between: ', ',
  columns: { name: 'Name', subject: 'Subject', languages: 'Languages', key: 'Key', updated: 'Changed' },
  empty: {
    title: 'Write your first mail',
    body: 'Templates are sent by the “Mail” node of a journey. You see the mail while you write.',
  },
} as const;
