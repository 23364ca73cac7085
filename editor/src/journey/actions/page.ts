import { journeyAction, type ActionGroup } from './action.ts';
import { toRegion } from './regions.ts';

export const page: ActionGroup = {
  label: 'actions:group.page',
  actions: [
    journeyAction({
      id: 'next-region',
      label: 'actions:page.nextRegion',
      keys: ['F6'],
      reach: 'anywhere',
      inPalette: false,
      run: () => toRegion(1),
    }),
    journeyAction({
      id: 'last-region',
      label: 'actions:page.lastRegion',
      keys: ['shift+F6'],
      reach: 'anywhere',
      inPalette: false,
      run: () => toRegion(-1),
    }),
    journeyAction({
      id: 'palette',
      label: 'actions:page.palette',
      keys: ['mod+k'],
      reach: 'anywhere',
      inPalette: false,
      run: ({ ui }) => ui.show('palette'),
    }),
    journeyAction({
      id: 'find',
      label: 'actions:page.find',
      keys: ['mod+f'],
      reach: 'anywhere',
      run: ({ ui }) => ui.find(true),
    }),
    journeyAction({
      id: 'publish',
      label: 'actions:page.publish',
      run: ({ ui }) => ui.show('publish'),
    }),
    journeyAction({
      id: 'switch-view',
      label: 'actions:page.view',
      keys: ['o'],
      run: ({ ui }) => ui.setView(ui.store.getState().view === 'canvas' ? 'outline' : 'canvas'),
    }),
    journeyAction({
      id: 'print',
      label: 'drawing:print.do',
      keys: ['mod+p'],
      reach: 'anywhere',
      run: ({ ui }) => ui.show('print'),
    }),
    journeyAction({ id: 'versions', label: 'publishing:versions.show', run: ({ ui }) => ui.show('versions') }),
    journeyAction({
      id: 'comments',
      label: 'actions:page.comments',
      keys: ['c'],
      inMenu: true,
      run: ({ ui }) => ui.show('comments'),
    }),
    journeyAction({ id: 'review', label: 'actions:page.review', run: ({ ui }) => ui.show('review') }),
    journeyAction({ id: 'json', label: 'actions:page.json', run: ({ ui }) => ui.show('json') }),
    journeyAction({ id: 'keys', label: 'actions:page.keys', keys: ['?'], run: ({ ui }) => ui.show('keys') }),
  ],
};
