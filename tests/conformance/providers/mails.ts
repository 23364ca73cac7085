import type { Attempt, Mail } from '@tabiji/server/messages/providers/provider.ts';
import { Body } from '@tabiji/server/templates/body.ts';

/** A mail with this key. */
export const mailTo = (to: string, key: string): Mail => ({
  key,
  from: { name: '旅路商店', address: 'hello@tabiji.example' },
  to,
  subject: `${key}: はじめまして`,
  html: new Body(['<!doctype html><p>こんにちは</p>']),
  text: 'こんにちは',
  headers: { 'Message-ID': `<${key}@tabiji.example>`, 'Feedback-ID': 'n1:1:1:tabiji' },
});

/** An attempt that may leave; `asked` counts how often the provider looked. */
export const attempt = (more: Partial<Attempt> = {}): Attempt & { asked: number } => {
  const made = {
    signal: AbortSignal.timeout(20_000),
    isFresh: () => true,
    ...more,
    asked: 0,
    mayLeave() {
      made.asked += 1;
      return more.mayLeave?.() ?? Promise.resolve(true);
    },
  };
  return made;
};
