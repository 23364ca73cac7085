import { z } from 'zod';
import { align, Align, colour, Colour, padding, Pixels, Text } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';
import { innerText } from '../field.ts';
import { part } from '../part.ts';
import { marked } from '../standard.ts';
import { namesIn } from '../../source/element.ts';

const MARK = 'tabiji-footer';

const words = {
  ja: {
    reason: 'このメールは、{{ workspace.name }} のお客様にお届けしています。',
    stop: '配信を停止する',
    choose: '種類ごとの配信設定',
    contact: 'ご質問・苦情の窓口：{{ workspace.contact }}',
  },
  en: {
    reason: 'You receive this mail as a customer of {{ workspace.name }}.',
    stop: 'Unsubscribe',
    choose: 'Choose by topic',
    contact: 'Questions and complaints: {{ workspace.contact }}',
  },
};

export const footer = defineBlock({
  type: 'footer',
  group: 'shop',
  levels: ['column'],
  label: { ja: 'フッター', en: 'Footer' },
  values: z.object({
    reason: Text,
    sender: Text,
    address: Text,
    contact: Text,
    stop: Text,
    choose: Text,
    align: Align,
    color: Colour,
    padding: Pixels,
  }),
  fields: {
    reason: innerText(
      { label: { ja: '届く理由', en: 'Why they get it' }, control: { kind: 'lines' }, schema: Text },
      part('footer-reason'),
    ),
    sender: innerText(
      { label: { ja: '送信者の名称', en: 'Name of the sender' }, control: { kind: 'text' }, schema: Text },
      part('footer-sender'),
    ),
    address: innerText(
      {
        label: { ja: '住所と連絡先', en: 'Postal address' },
        help: { ja: '特定電子メール法で表示が必要です', en: 'Required by law in Japan and elsewhere' },
        control: { kind: 'lines' },
        schema: Text,
      },
      part('footer-address'),
    ),
    contact: innerText(
      { label: { ja: '問い合わせ先', en: 'Contact' }, control: { kind: 'lines' }, schema: Text },
      part('footer-contact'),
    ),
    stop: innerText(
      { label: { ja: '配信停止の文字', en: 'Words of the unsubscribe link' }, control: { kind: 'text' }, schema: Text },
      part('footer-stop'),
    ),
    choose: innerText(
      {
        label: { ja: '設定ページの文字', en: 'Words of the preferences link' },
        control: { kind: 'text' },
        schema: Text,
      },
      part('footer-choose'),
    ),
    align,
    color: colour,
    padding,
  },
  offers: [
    {
      name: 'footer',
      label: { ja: 'フッター', en: 'Footer' },
      about: { ja: '送信者、住所、配信停止のリンク', en: 'Sender, address, unsubscribe link' },
      keywords: [
        'ふったー',
        'futtaa',
        'はいしんていし',
        'haishinteishi',
        'haisinteisi',
        '署名',
        '配信停止',
        '住所',
        'unsubscribe',
        'signature',
      ],
      mjml: ({ locale, defaults }) => {
        const { reason, stop, choose, contact } = words[locale];
        const look = defaults.classes.has('small')
          ? 'mj-class="small"'
          : 'font-size="12px" line-height="1.8" color="#5b6672"';
        return `<mj-text ${marked(defaults, 'mj-text', MARK)} ${look}>
  <span class="footer-reason">${reason}</span><br />
  <a class="footer-stop" href="{{ links.unsubscribe }}">${stop}</a>　<a class="footer-choose" href="{{ links.preferences }}">${choose}</a><br /><br />
  <span class="footer-sender">{{ workspace.company }}</span><br />
  <span class="footer-address">{{ workspace.postalAddress }}</span><br />
  <span class="footer-contact">${contact}</span>
</mj-text>`;
      },
    },
  ],
  recognise: (place) =>
    place.element.tag === 'mj-text' &&
    namesIn(place.element, 'css-class').includes(MARK) &&
    part('footer-sender')(place) !== undefined,
  writable: 'html',
  summary: ({ sender }) => sender,
});
