import type { Session } from '../session/session.ts';
import { journeyAction, type ActionGroup } from './action.ts';

/** There are results once figures have come in. */
const hasRun = ({ live }: Session) => (live.store.getState().isKnown ? true : 'results:act.notRun');

export const resulting: ActionGroup = {
  label: 'results:title',
  actions: [
    journeyAction({
      id: 'who-waits',
      label: 'results:act.waiting',
      keys: ['w'],
      inMenu: true,
      isPossible: hasRun,
      run: ({ ui }) => {
        ui.setMode('results');
        ui.show('people');
      },
    }),
    journeyAction({
      id: 'results',
      label: 'results:act.results',
      isPossible: hasRun,
      run: ({ ui }) => ui.setMode('results'),
    }),
  ],
};
