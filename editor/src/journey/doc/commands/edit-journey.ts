import type { JourneyGraph, JourneySettings } from '@tabiji/shared/journey/graph.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { defineCommand } from '../command.ts';

export const renameJourney = defineCommand<{ name: string }>({
  reduce(draft, { name }) {
    if (name.trim()) draft.name = name.trim().slice(0, 200);
  },
  label: () => ({ ja: 'ジャーニー名を変更', en: 'Rename the journey' }),
});

/** Sets one of the journey's settings; undefined takes it away. */
export const setSettings = defineCommand<{ key: keyof JourneySettings; value: unknown }>({
  reduce(draft, { key, value }) {
    if (value === undefined) delete draft.settings[key];
    else draft.settings[key] = value;
  },
  label: () => ({ ja: 'ジャーニーの設定を変更', en: 'Change the journey’s settings' }),
  joins: ({ key }) => `settings ${key}`,
});

/** Takes another graph for the whole: from a file, unless the label says why. */
export const replaceGraph = defineCommand<{ graph: JourneyGraph; label?: Words }>({
  reduce(draft, { graph }) {
    for (const key of Object.keys(draft)) if (!(key in graph)) delete draft[key];
    Object.assign(draft, structuredClone(graph));
  },
  label: (_, { label }) => label ?? { ja: 'ファイルの内容に変更', en: 'Load from a file' },
});
