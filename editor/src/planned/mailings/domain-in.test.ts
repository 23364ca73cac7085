import { expect, test } from 'vitest';
import { ApiError } from '../../api/request.ts';
import { domainIn } from './domain-in.ts';

const refused = (details?: unknown) => new ApiError('refused', 'no', { details });

test('the first domain that a refusal names is the one to mend', () => {
  expect(domainIn(refused([{ code: 'E01' }, { code: 'E22', domain: 'a.example' }, { domain: 'b.example' }]))).toBe(
    'a.example',
  );
});

test.each([[refused()], [refused({ state: 'done' })], [refused([{ code: 'E01' }])], [new Error('a.example')]])(
  'others name none',
  (error) => expect(domainIn(error)).toBeUndefined(),
);
