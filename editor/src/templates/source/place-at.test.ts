import { expect, test } from 'vitest';
import { placeAt } from './place-at.ts';

test.each([
  ['<', { kind: 'element', typed: '', parent: undefined }],
  ['<mjml><mj-body><mj-section><mj-co', { kind: 'element', typed: 'mj-co', parent: 'mj-section' }],
  ['<mj-column><mj-text>a</mj-text><mj-image src="a>b" /><', { kind: 'element', typed: '', parent: 'mj-column' }],
  ['<mj-column><!-- <mj-text> --><', { kind: 'element', typed: '', parent: 'mj-column' }],
  ['<mj-button al', { kind: 'attribute', typed: 'al', element: 'mj-button', has: [] }],
  ['<mj-button href="https://x.example/?a=b" ', { kind: 'attribute', typed: '', element: 'mj-button', has: ['href'] }],
  ['<mj-button href="x" align="le', { kind: 'choice', typed: 'le', element: 'mj-button', attribute: 'align' }],
  ["<mj-button align='", { kind: 'choice', typed: '', element: 'mj-button', attribute: 'align' }],
  ['<mj-text>こんにちは', undefined],
  ['<mj-text>{{ customer', undefined],
])('%s', (before, place) => {
  expect(placeAt(before)).toEqual(place);
});
