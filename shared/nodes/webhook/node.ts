import { z } from 'zod';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { isForbiddenKey } from '../../json.ts';
import { defineNode, type ConfigProblem } from '../define-node.ts';
import { ask } from '../outcome.ts';

/** The performer that makes the call. */
export const WEBHOOK = 'webhook';

export const Webhook = z.strictObject({
  url: z.string().max(2000).describe('https address that is called'),
  method: z.enum(['POST', 'PUT', 'PATCH']).default('POST'),
  fields: z
    .array(z.string().min(1).max(100))
    .max(100)
    .default([])
    .describe('attributes of the customer that are sent along'),
  headers: z
    .array(
      z.strictObject({
        name: z.string().max(100),
        value: z.string().max(2000).describe('printable ASCII'),
      }),
    )
    .max(20)
    .default([]),
  keep: z
    .array(
      z.strictObject({
        field: z.string().max(100).describe('field of the reply, a JSON object'),
        attribute: z
          .string()
          .max(100)
          .refine((name) => !isForbiddenKey(name), { error: 'not a name for an attribute' }),
      }),
    )
    .max(20)
    .default([])
    .describe('what of the reply is kept as attributes'),
});
export type Webhook = z.infer<typeof Webhook>;

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined);

export const webhook = defineNode({
  type: 'webhook',
  version: 1,
  group: 'update',
  label: { ja: 'Webhook', en: 'Webhook' },
  keywords: ['うぇぶふっく', 'webhook', 'がいぶれんけい', 'gaiburenkei', '外部連携', 'api', 'http', 'call'],
  config: Webhook,
  initial: { url: '', method: 'POST', fields: [], headers: [], keep: [] },
  rests: true,
  inPicker: true,
  ports: () => [
    { id: 'ok', label: { ja: '成功', en: 'OK' } },
    { id: 'refused', label: { ja: '拒否', en: 'Refused' } },
    { id: 'failed', label: { ja: '失敗', en: 'Failed' } },
  ],
  fields: {
    url: { ja: '呼び出す先', en: 'Address' },
    method: { ja: 'メソッド', en: 'Method' },
    fields: { ja: '送る属性', en: 'Attributes sent' },
    headers: { ja: 'ヘッダー', en: 'Headers' },
    keep: { ja: '残す返事', en: 'Kept of the reply' },
  },
  summary: ({ url }, locale) => {
    if (url === '') return locale === 'ja' ? '呼び出し先を入れてください' : 'Enter the address to call';
    const host = hostOf(url) ?? url;
    return locale === 'ja' ? `${host} を呼び出す` : `Calls ${host}`;
  },
  needs: () => NO_NEEDS,
  decide: ({ config }) => ask({ kind: 'perform', performer: WEBHOOK, payload: config }, ['ok', 'refused', 'failed']),
  problems: ({ url, headers, keep }) => {
    const found: ConfigProblem[] = [];
    const tell = (severity: 'error' | 'warning', path: string, ja: string, en: string, more?: Partial<ConfigProblem>) =>
      found.push({ severity, path, message: { ja, en }, ...more });
    if (url === '') tell('error', 'url', '呼び出し先がありません。', 'Enter the address to call.');
    else if (!/^https?:\/\//i.test(url) || hostOf(url) === undefined)
      tell(
        'error',
        'url',
        '呼び出し先は https:// で始まるURLにしてください。',
        'The address must be a URL that starts with https://.',
        { code: 'E16' },
      );
    else if (!/^https:/i.test(url))
      tell(
        'warning',
        'url',
        'http:// は、運用者が許可した相手にだけ届きます。',
        'http:// reaches only hosts that the operator allows.',
        {
          code: 'E16',
          fix: { label: { ja: 'httpsにする', en: 'Use https' }, path: 'url', value: url.replace(/^http:/i, 'https:') },
        },
      );
    headers.forEach(({ name, value }, i) => {
      if (OWN_HEADERS.has(name.toLowerCase()) || !/^[A-Za-z0-9-]+$/.test(name))
        tell(
          'error',
          `headers.${i}.name`,
          `ヘッダー「${name}」は指定できません。`,
          `The header “${name}” cannot be set.`,
        );
      if (!/^[\x20-\x7e]*$/.test(value))
        tell(
          'error',
          `headers.${i}.value`,
          'ヘッダーの値は半角の英数字と記号だけです。',
          'A header’s value is plain ASCII.',
        );
    });
    keep.forEach(({ field, attribute }, i) => {
      if (field !== '' && attribute !== '') return;
      tell(
        'error',
        `keep.${i}`,
        '返事の項目と属性の両方を入れてください。',
        'Enter both the field of the reply and the attribute.',
      );
    });
    return found;
  },
  upgrades: [],
});

/** Headers that the call itself decides. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  'host',
  'content-length',
  'content-type',
  'transfer-encoding',
  'connection',
  'idempotency-key',
  'expect',
  'upgrade',
]);
