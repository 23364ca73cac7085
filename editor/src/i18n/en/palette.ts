export const palette = {
  title: 'Command palette',
  search: 'Find an action, node, journey or customer',
  nothing: 'Nothing found. Try another word.',
  nodes: 'Nodes of this journey',
  journeys: 'Journeys',
  customers: 'Customers',
  pages: 'Pages',
  find: {
    title: 'Find in this journey',
    search: 'Find by name, subject or note',
    nothing: 'Nothing found',
    count: '{{at, number}} of {{all, number}}',
    next: 'Next',
    last: 'Previous',
    close: 'Close the search',
  },
} as const;
