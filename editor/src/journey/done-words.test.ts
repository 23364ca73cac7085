import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from './doc/apply.ts';
import { randomRun } from './doc/command-runs.fixture.ts';
import { doneWords } from './done-words.ts';
import { commandFor } from './random-command.fixture.ts';

test('every command is read out by a verb that is known', () => {
  fc.assert(
    fc.property(...randomRun(), (journey, choices) => {
      let graph = journey;
      for (const [i, choice] of choices.entries()) {
        const command = commandFor(graph, choice, i);
        const change = command && applyCommand(graph, command);
        if (!change) continue;
        graph = change.after;
        expect(doneWords(change.label, 'en')).not.toMatch(/^Done:/);
      }
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['「待つ」を削除', 'Delete “Wait”', '「待つ」を削除しました', 'Deleted “Wait”'],
  [
    '3件の手順を分岐の中へ移動',
    'Put 3 nodes into a branch',
    '3件の手順を分岐の中へ移動しました',
    'Put 3 nodes into a branch',
  ],
  ['終了後だけにする', 'Only after the exit', '終了後だけにしました', 'Done: Only after the exit'],
  ['入れ替える', 'Swap', '入れ替えました', 'Swapped'],
  ['1日待つを入れる', 'Add a wait of a day before it', '1日待つを入れました', 'Added a wait of a day before it'],
  ['後ろへずらす', 'Move it back', '後ろへずらしました', 'Moved it back'],
])('%s is read out in the past', (ja, en, saidJa, saidEn) => {
  expect(doneWords({ ja, en }, 'ja')).toBe(saidJa);
  expect(doneWords({ ja, en }, 'en')).toBe(saidEn);
});
