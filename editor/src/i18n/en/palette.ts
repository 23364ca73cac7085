export const palette = {
  title: 'Command palette',
  search: 'Search actions, nodes, journeys and customers',
  nothing: 'Nothing found. Try another word.',
  nodes: 'Nodes of this journey',
  journeys: 'Journeys',
  customers: 'Customers',
  pages: 'Pages',
  find: {
    title: 'Find in this journey',
    search: 'Search by name, subject or note',
    nothing: 'Nothing found',
    count: '{{at, number}} of {{all, number}}',
    next: 'Next',
    last: 'Previous',
    close: 'Close the search',
  },
} as const;
