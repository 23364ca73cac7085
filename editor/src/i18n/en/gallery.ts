export const gallery = {
  title: 'New journey',
  about:
    'Begin with nothing, or with one of twelve that run as they are. Yours opens with a sample customer sent through it.',
  empty: 'Empty',
  list: 'Finished journeys',
  close: 'Close',
  mails_one: '{{count, number}} mail',
  mails_other: '{{count, number}} mails',
  toWrite: 'Fill in the 【 】 of “{{mails}}” before you publish.',
  listOf: '”, “',
  failed: 'The journey could not be made',
} as const;
