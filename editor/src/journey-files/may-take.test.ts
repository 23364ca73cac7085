import { expect, test } from 'vitest';
import { mayTake } from './may-take.ts';

const fault = [{ ja: '3行目: …', en: 'Line 3: …' }];

test.each([
  ['nothing comes along', [], false, true],
  ['a new one that can be made', [{ state: 'new' as const, faults: [] }], false, true],
  ['a new one that cannot be made', [{ state: 'new' as const, faults: fault }], false, false],
  ['one that stays as it is here', [{ state: 'different' as const, faults: fault }], false, true],
  ['one that is replaced and cannot be', [{ state: 'different' as const, faults: fault }], true, false],
  ['one that is missing is chosen later', [{ state: 'missing' as const, faults: [] }], true, true],
])('%s', (_, things, isReplacing, may) => expect(mayTake(things, isReplacing)).toBe(may));
