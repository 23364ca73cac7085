export const gallery = {
  title: 'New journey',
  about:
    'Start from scratch, or choose one of twelve journeys that are ready to run. It opens with a sample customer already sent through it.',
  empty: 'Empty',
  list: 'Ready-made journeys',
  close: 'Close',
  mails_one: '{{count, number}} mail',
  mails_other: '{{count, number}} mails',
  toWrite: 'Fill in the 【 】 of “{{mails}}” before you publish.',
  listOf: '”, “',
  failed: 'The journey could not be created',
} as const;
