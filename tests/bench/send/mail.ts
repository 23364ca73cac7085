/**
 * A shop's mail after the second purchase: about 34 kB of HTML with 21 outputs, one `if` and one `for` of three items.
 * Attributes hold what such a shop sends along.
 */
export const SUBJECT = '{{ customer.lastName | keisho: "様" }}、{{ customer.attributes.favourite }}の次の一箱';

export const MJML = `<mjml lang="ja">
  <mj-head>
    <mj-title>{{ workspace.name }}</mj-title>
    <mj-preview>二回目のご注文に合わせて、工房から選びました。</mj-preview>
    <mj-attributes>
      <mj-all font-family="'Hiragino Sans', 'Noto Sans JP', Meiryo, 'Helvetica Neue', Arial, sans-serif" />
      <mj-text font-size="16px" line-height="1.9" color="#1f2933" padding="0 32px 16px" />
      <mj-button background-color="#2f5199" border-radius="6px" font-weight="600" inner-padding="14px 28px" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#f7f6f2" width="600px">
    <mj-section padding="24px 0 8px"><mj-column><mj-text font-weight="600">{{ workspace.senderName }}</mj-text></mj-column></mj-section>
    <mj-section background-color="#ffffff" padding="32px 0 8px">
      <mj-column>
        <mj-text font-size="22px" line-height="1.5">{{ customer.lastName | keisho: '様' }}、{{ orders.count }}回目のご注文をありがとうございます</mj-text>
        <mj-text>{{ orders.last | date: '%-m月%-d日' }}にお届けした{{ customer.attributes.favourite | default: 'お茶' }}は、もうお手元に馴染みましたでしょうか。いれ方で味が大きく変わる品ですので、工房から三つだけ、こつをお伝えします。</mj-text>
        <mj-text>{% if orders.count > 2 %}いつもありがとうございます。これまでのお買い上げは{{ orders.amount | yen }}になりました。{% endif %}</mj-text>
      </mj-column>
    </mj-section>
    <mj-section background-color="#ffffff" padding="8px 0">
      <mj-column width="50%"><mj-text><b>一、水の温度</b><br />沸かしてから二分おいた湯を、茶葉の上にまっすぐ落とします。</mj-text></mj-column>
      <mj-column width="50%"><mj-text><b>二、待つ時間</b><br />{{ customer.attributes.minutes }}分。急須のふたは、開けずに待ちます。</mj-text></mj-column>
    </mj-section>
    <mj-section background-color="#ffffff" padding="8px 0 24px">
      <mj-column width="50%"><mj-text><b>三、最後の一滴</b><br />うま味は最後の一滴にあります。{{ customer.firstName }}さんの分も、どうぞ残さずに。</mj-text></mj-column>
      <mj-column width="50%"><mj-text><b>ご利用の店舗</b><br />{{ customer.attributes.shop }}（{{ customer.attributes.prefecture }}）</mj-text></mj-column>
    </mj-section>
    <mj-section background-color="#ffffff" padding="8px 0 24px">
      <mj-column>
        <mj-text font-weight="600" color="#2f5199">{{ customer.attributes.favourite }}がお好きな方へ</mj-text>
        <mj-table padding="0 32px" font-size="15px" line-height="1.8">
          {% for item in customer.attributes.recommended limit: 3 %}<tr>
            <td style="padding:8px 0;border-bottom:1px solid #e3e1da"><a href="https://shop.example.com/items/{{ item.sku }}">{{ item.name }}</a></td>
            <td style="padding:8px 0;border-bottom:1px solid #e3e1da" align="right">{{ item.price | yen }}</td>
          </tr>{% endfor %}
        </mj-table>
        <mj-button href="https://shop.example.com/next?c={{ customer.externalId | url_encode }}">次の一箱を選ぶ</mj-button>
      </mj-column>
    </mj-section>
SECTIONS
    <mj-section padding="24px 0 40px">
      <mj-column>
        <mj-text font-size="12px" color="#5b6672">このメールは{{ customer.email }}にお送りしています。ポイントの残りは{{ customer.attributes.points }}点です。<br />{{ workspace.senderName }} {{ workspace.senderAddress }}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`.replace(
  'SECTIONS',
  ['工房だより', '作り手のはなし', '季節のひと工夫', '次の催し', 'お客様の声']
    .map(
      (title) => `    <mj-section background-color="#ffffff" padding="8px 0 24px">
      <mj-column width="33%"><mj-text font-weight="600">${title}</mj-text></mj-column>
      <mj-column width="67%"><mj-text>工房の一日は、水の温度をはかるところから始まります。温度計の横には手書きの帳面が置いてあり、三十年分の朝が一行ずつ並んでいます。</mj-text></mj-column>
    </mj-section>`,
    )
    .join('\n'),
);

/** As SQL: the attributes of customer `n`. */
export const ATTRIBUTES_SQL = `jsonb_build_object(
  'favourite', (array['煎茶', '玉露', 'ほうじ茶', '和紅茶'])[1 + n % 4], 'minutes', 1 + n % 3, 'points', n % 997,
  'shop', (array['京都本店', '日本橋店', '金沢店'])[1 + n % 3], 'prefecture', (array['京都府', '東京都', '石川県'])[1 + n % 3],
  'plan', case when n % 3 = 0 then 'pro' else 'free' end, 'recommended', jsonb_build_array(
    jsonb_build_object('sku', 'T-' || n % 50, 'name', '深蒸し煎茶「朝露」 100g', 'price', 1280 + n % 7 * 100),
    jsonb_build_object('sku', 'T-' || n % 51, 'name', '棒ほうじ茶 & 最中', 'price', 980),
    jsonb_build_object('sku', 'T-' || n % 52, 'name', '茶筒 <桜>', 'price', 3300)))`;
