export const modes = {
  label: 'View',
  design: 'Design',
  test: 'Test',
  results: 'Results',
  notRunning: 'Publish the journey to see results',
  badge: 'Test',
  frame: 'This is a test. Nothing you do here sends or changes anything.',
  readOnly: {
    test: 'The journey cannot be changed while you test it.',
    results: 'The journey cannot be changed while you look at results.',
  },
  act: {
    rehearse: 'Send the whole journey to me…',
    test: 'Test the journey',
    design: 'Go back to design',
    isTest: 'You are testing already.',
    isDesign: 'You are designing already.',
  },
  toDesign: 'Back to design',
  panel: {
    test: 'Test',
    results: 'Results',
  },
  active_one: '{{count, number}} customer is in this journey now.',
  active_other: '{{count, number}} customers are in this journey now.',
} as const;
