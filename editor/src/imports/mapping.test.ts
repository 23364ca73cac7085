import type { ImportPreview } from '@tabiji/shared/api/imports.ts';
import { expect, test } from 'vitest';
import { choicesFor, mapped, missingFields } from './mapping.ts';

const preview: ImportPreview = {
  delimiter: 'comma',
  encoding: 'utf-8',
  header: true,
  columns: [
    { name: '会員番号', field: 'customer', samples: [] },
    { name: 'ランク', field: null, samples: [] },
  ],
  fields: [
    { field: 'customer', required: true },
    { field: 'at', required: true },
    { field: 'event', required: true },
  ],
  decimals: 0,
  problems: [],
};

test('a field belongs to one column only', () => {
  expect(mapped(['customer', 'at', null], 2, 'at')).toEqual(['customer', null, 'at']);
  expect(mapped(['customer', null], 0, null)).toEqual([null, null]);
});

test('what is required and missing is named, unless it is said once for all rows', () => {
  expect(missingFields(preview, ['customer', null], '')).toEqual(['at', 'event']);
  expect(missingFields(preview, ['customer', 'at'], 'login')).toEqual([]);
});

test('a column may become a free field of its own name', () => {
  expect(choicesFor(preview, 'customers', 1, null)).toContain('attributes.ランク');
  expect(choicesFor(preview, 'events', 1, 'properties.grade')).toContain('properties.grade');
});
