export const drawing = {
  far: 'Overview. Walk with the arrow keys, + comes nearer.',
  farAt: 'Overview. Selected: {{title}}. + comes nearer.',
  map: {
    button: 'Map',
    about: 'Map of the whole journey. The frame is what you see now.',
    show: 'Show the map',
    hide: 'Hide the map',
    toggle: 'Show or hide the map',
  },
  selection: 'Fit the selected step',
  pill: {
    steps_one: '{{count, number}} step',
    steps_other: '{{count, number}} steps',
    waiting: '{{count, number}} waiting',
    open: 'Open “{{name}}”: {{count, number}} steps, {{waiting, number}} waiting',
    fold: 'Fold “{{name}}”',
  },
  note: {
    add: 'Put a sticky note',
    label: 'Sticky note',
    write: 'Write a note',
    move: 'Move the note (arrow keys, too)',
    remove: 'Delete the note',
  },
  fold: {
    fold: 'Fold the branch',
    unfold: 'Open folded branches',
    nothing: 'There is no branch to fold here.',
    nothingFolded: 'This step has no folded branches.',
  },
} as const;
