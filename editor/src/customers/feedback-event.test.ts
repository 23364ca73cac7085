import { expect, test } from 'vitest';
import { feedbackEvent } from './feedback-event.ts';

test('events of mails are known by their names and their mail', () => {
  const properties = { template: 'guide', journey: 1, node: 'n2', link: 'https://shop.example.com/' };
  expect(feedbackEvent({ name: 'message_clicked', properties })).toEqual({
    what: 'clicked',
    template: 'guide',
    link: 'https://shop.example.com/',
  });
  expect(feedbackEvent({ name: 'message_bounced', properties: { template: 'guide' } })).toEqual({
    what: 'bounced',
    template: 'guide',
  });
  expect(feedbackEvent({ name: 'message_clicked', properties: {} })).toBeUndefined();
  expect(feedbackEvent({ name: 'login', properties })).toBeUndefined();
});
