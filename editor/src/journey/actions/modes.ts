import { journeyAction, type ActionGroup } from './action.ts';

/** Three views of one picture. Results are chosen by the switch, which knows whether there are any. */
export const modes: ActionGroup = {
  label: 'modes:label',
  actions: [
    journeyAction({
      id: 'test',
      label: 'modes:act.test',
      keys: ['mod+Enter'],
      reach: 'page',
      isPossible: ({ ui }) => (ui.store.getState().mode === 'test' ? 'modes:act.isTest' : true),
      run: ({ ui }) => ui.setMode('test'),
    }),
    journeyAction({
      id: 'rehearse',
      label: 'modes:act.rehearse',
      run: ({ ui }) => ui.show('rehearsal'),
    }),
    journeyAction({
      id: 'design',
      label: 'modes:act.design',
      reach: 'page',
      isPossible: ({ ui }) => (ui.store.getState().mode === 'design' ? 'modes:act.isDesign' : true),
      run: ({ ui }) => ui.setMode('design'),
    }),
  ],
};
