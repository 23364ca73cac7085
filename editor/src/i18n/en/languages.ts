/** Languages of a mail. */
export const languages = {
  title: 'Languages of this mail',
  shown: 'Language being written: ',
  main: 'main',
  add: 'Add a language',
  copy: 'As a copy of {{language}}',
  makeMain: 'Make {{language}} the main language',
  remove: 'Delete the {{language}} version',
  gets: 'This customer gets the {{language}} version.',
  look: 'Show {{language}}',
} as const;
