export const templates = {
  title: 'Templates',
  about: 'The text of your mails, written in MJML. {{example}} is replaced by each customer’s own value.',
  brand: 'Look of mails',
  create: 'New template',
  columns: { name: 'Name', subject: 'Subject', key: 'Key', updated: 'Changed' },
  empty: {
    title: 'Write your first mail',
    body: 'Templates are sent by the “Mail” node of a journey. You see the mail while you write.',
  },
} as const;
