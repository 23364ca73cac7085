import type { InWorkspace } from '@tabiji/server/engine/store.ts';
import type { Mutant } from './mutant.ts';

/** Bugs in when something is called done. */
export const requestMutants: Record<string, Mutant> = {
  'an event is acknowledged before it is committed': {
    inStore: (inStore, _world, process): InWorkspace =>
      process.name.startsWith('api')
        ? (workspaceId, work) =>
            new Promise((resolve, reject) => {
              inStore(workspaceId, async (store, here) => {
                const result = await work(store, here);
                resolve(result);
                return result;
              }).catch(reject);
            })
        : inStore,
  },
};
