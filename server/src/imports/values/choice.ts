import { ORDER_KINDS, ORDER_STATUSES } from '@tabiji/shared/api/facts.ts';
import { Refused, type Read } from '../refusal.ts';

type Status = (typeof ORDER_STATUSES)[number];
type Kind = (typeof ORDER_KINDS)[number];

/** The first that fits decides; a partly refunded order still counts. */
const STATUSES: readonly (readonly [RegExp, Status])[] = [
  [/partial|一部/i, 'placed'],
  [/cancel|void|キャンセル|取消|取り消し/i, 'cancelled'],
  [/refund|return|返金|返品/i, 'refunded'],
  [
    /placed|paid|pending|process|complete|fulfil|ship|deliver|open|new|confirm|authoriz|archive|closed|done|^ok$/i,
    'placed',
  ],
  [/注文|受注|受付|新規|入金|決済|支払|発送|出荷|配送|配達|完了|済|対応|確認|予約|有効|通常/, 'placed'],
];

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(normal|regular|standard|once|通常|都度|一般|単品)/i, 'normal'],
  [/^(trial|お試し|おためし|トライアル|初回限定)/i, 'trial'],
  [/^(contract|subscription|recurring|定期|頒布|サブスク)/i, 'contract'],
  [/^(sample|サンプル|試供品)/i, 'sample'],
  [/^(resend|reship|再送)/i, 'resend'],
  [/^(exchange|replace|交換)/i, 'exchange'],
];

const choose = <T extends string>(table: readonly (readonly [RegExp, T])[], known: readonly T[]) => {
  return (field: string, text: string): Read<T> => {
    const plain = text.normalize('NFKC').trim();
    const found = table.find(([pattern]) => pattern.test(plain));
    if (found) return found[1];
    const list = known.join(', ');
    return new Refused(field, text, {
      ja: `知らない値です。次のいずれかにするか、この列を対象外にしてください: ${list}`,
      en: `not known. Use one of ${list}, or leave the column out.`,
    });
  };
};

export const readStatus = choose(STATUSES, ORDER_STATUSES);
export const readKind = choose(KINDS, ORDER_KINDS);
