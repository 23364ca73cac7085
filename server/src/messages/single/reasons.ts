import type { Here } from '../../db/in-workspace.ts';
import type { Trouble } from '../pace/trouble.ts';
import type { Handed } from '../providers/provider.ts';

/** Why a single mail does not go now. */
export type KeptBack = 'stopped' | 'sender_paused' | 'provider_waits' | 'pace';

/** The same as a sentence for whoever asked for the mail, with the way out. */
export function keptBack(
  why: KeptBack,
  { locale, zone }: Pick<Here, 'locale' | 'zone'>,
  { sender = '', trouble }: { sender?: string; trouble?: Trouble },
): Extract<Handed, { kind: 'later' }> {
  const until =
    trouble && new Date(trouble.waitsUntil).toLocaleTimeString(locale, { timeZone: zone, timeStyle: 'short' });
  const words = {
    stopped: {
      ja: 'すべての送信を停止しています。再開してから送ってください。',
      en: 'All sending is stopped. Let it go on first.',
    },
    sender_paused: {
      ja: `送信元「${sender}」の販促メールを停止しています。設定の「送信の速さと状態」で理由を確かめ、再開してから送ってください。`,
      en: `Promotional mails of “${sender}” are stopped. See why under “Speed and state of sending” in the settings, and let them go first.`,
    },
    provider_waits: {
      ja: `配信サービスに送れません（${trouble?.because ?? ''}）。${until ?? ''} ごろに、もう一度お試しください。`,
      en: `The mail service takes no mails (${trouble?.because ?? ''}). Try again about ${until ?? ''}.`,
    },
    pace: {
      ja: `送信元「${sender}」は、この宛先に1分間に送れる数を使い切っています。少し待って、もう一度お試しください。`,
      en: `“${sender}” has used up what may go to this recipient’s service in a minute. Try again in a while.`,
    },
  };
  return { kind: 'later', because: words[why][locale] };
}
