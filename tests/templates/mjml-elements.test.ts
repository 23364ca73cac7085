import { expect, test } from 'vitest';
import { MJML_ELEMENTS } from '@tabiji/shared/mail/mjml-elements.generated.ts';
import { mjmlDefinitions } from './mjml-definitions.ts';

test('the editor completes exactly the elements and attributes that the compiler knows', () => {
  expect(MJML_ELEMENTS).toEqual(mjmlDefinitions());
});
