import type { ImportKind } from '@tabiji/shared/api/imports.ts';

/** What a column can be read as. */
export interface Field {
  field: string;
  required: boolean;
  /** Other names that columns of shop systems have. */
  names: readonly string[];
}

const field = (name: string, names: string, required = false): Field => ({
  field: name,
  required,
  names: names.split(' '),
});

const CUSTOMER = field(
  'customer',
  'customer_id customer_no customer_code cust_id client_id member_id member_no user_id 顧客 顧客id 顧客番号 顧客コード 会員 会員id 会員番号 会員コード 購入者id お客様番号 お客様id ユーザーid',
  true,
);

/** The fields of each kind of file, in the order in which people think of them. */
export const FIELDS: Readonly<Record<ImportKind, readonly Field[]>> = {
  customers: [
    CUSTOMER,
    field('email', 'e-mail mail mail_address email_address メール メールアドレス eメール'),
    field('lastName', 'last_name family_name surname 姓 苗字 名字 氏名_姓 お名前_姓'),
    field('firstName', 'first_name given_name 名 氏名_名 お名前_名'),
    field('lastNameKana', 'last_name_kana セイ 姓カナ 姓かな 姓フリガナ 姓ふりがな 氏名カナ_姓 フリガナ_姓'),
    field('firstNameKana', 'first_name_kana メイ 名カナ 名かな 名フリガナ 名ふりがな 氏名カナ_名 フリガナ_名'),
    field('name', 'full_name customer_name 氏名 名前 お名前 顧客名 会員名 購入者名'),
    field('nameKana', 'full_name_kana フリガナ ふりがな カナ 氏名カナ 氏名フリガナ 顧客名カナ'),
    field('phone', 'tel phone_number telephone mobile 電話 電話番号 携帯電話 携帯番号 tel番号'),
    field('locale', 'language lang 言語'),
    field('timeZone', 'time_zone tz タイムゾーン'),
  ],
  orders: [
    field(
      'id',
      'order_id order_no order_number order_code 注文id 注文番号 注文コード 受注id 受注番号 受注コード 伝票番号',
    ),
    CUSTOMER,
    field(
      'at',
      'date datetime order_date ordered_at order_datetime purchase_date purchased_at placed_at created_at 日付 日時 注文日 注文日時 受注日 受注日時 購入日 購入日時 売上日 ご注文日',
      true,
    ),
    field(
      'amount',
      'total total_amount total_price order_total order_amount grand_total price sales revenue dollar_value dollars 金額 合計 合計金額 注文金額 購入金額 受注金額 総合計 お支払い金額 支払金額 請求金額 税込金額 売上金額 売上',
      true,
    ),
    field('quantity', 'qty units count number_of_cds number_of_items items_count 数量 個数 点数 購入点数 注文数'),
    field('refunded', 'refund refund_amount refunded_amount 返金額 返金 返金金額'),
    field('status', 'order_status ステータス 状態 注文状態 注文状況 受注ステータス 対応状況'),
    field('kind', 'order_kind order_type 注文種別 受注種別 購入種別 注文区分'),
    field('channel', 'sales_channel チャネル 注文経路 受注経路 販売経路'),
    field('items.product', 'product product_id product_code sku item item_code 商品id 商品コード 商品番号 品番'),
    field('items.name', 'product_name item_name 商品 商品名 品名'),
    field('items.category', 'category product_category カテゴリ カテゴリー 商品カテゴリ 商品分類'),
    field('items.price', 'unit_price item_price 単価 商品単価 販売単価'),
  ],
  events: [
    field('id', 'event_id イベントid'),
    CUSTOMER,
    field('event', 'event_name event_type type action イベント イベント名 行動 種別', true),
    field(
      'at',
      'date datetime time timestamp event_time event_at occurred_at created_at 日付 日時 発生日 発生日時 時刻',
      true,
    ),
  ],
};

/** Where the columns may go that no field fits: `attributes.rank`, `properties.page`, `items.size`. */
export const FREE: Readonly<Record<ImportKind, string>> = {
  customers: 'attributes.',
  orders: 'items.',
  events: 'properties.',
};

/** A name of a column without what differs between systems: width, case, blanks, punctuation. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-.()[\]・:/*]/g, '');

function byName(kind: ImportKind): ReadonlyMap<string, string> {
  const known = FIELDS[kind].flatMap(({ field, names }) =>
    [field, ...names].map((name) => [plainName(name), field] as const),
  );
  return new Map(known.toReversed());
}

const NAMES: Readonly<Record<ImportKind, ReadonlyMap<string, string>>> = {
  customers: byName('customers'),
  orders: byName('orders'),
  events: byName('events'),
};

/** The field that a column of this name means, if any. */
export const fieldNamed = (kind: ImportKind, name: string): string | undefined => NAMES[kind].get(plainName(name));
