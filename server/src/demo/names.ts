/** A name as it is written, read, and spelled in mail addresses. */
export interface Name {
  written: string;
  kana: string;
  romaji: string;
}

const parse = (table: string): Name[] =>
  table
    .trim()
    .split(/\s*[|\n]\s*/)
    .map((row) => {
      const [written = '', kana = '', romaji = ''] = row.split(' ');
      return { written, kana, romaji };
    });

/** Most frequent first. */
export const LAST_NAMES = parse(`
佐藤 サトウ sato|鈴木 スズキ suzuki|高橋 タカハシ takahashi|田中 タナカ tanaka|伊藤 イトウ ito|渡辺 ワタナベ watanabe
山本 ヤマモト yamamoto|中村 ナカムラ nakamura|小林 コバヤシ kobayashi|加藤 カトウ kato|吉田 ヨシダ yoshida|山田 ヤマダ yamada
佐々木 ササキ sasaki|山口 ヤマグチ yamaguchi|松本 マツモト matsumoto|井上 イノウエ inoue|木村 キムラ kimura|林 ハヤシ hayashi
斎藤 サイトウ saito|清水 シミズ shimizu|山崎 ヤマザキ yamazaki|森 モリ mori|池田 イケダ ikeda|橋本 ハシモト hashimoto
阿部 アベ abe|石川 イシカワ ishikawa|山下 ヤマシタ yamashita|中島 ナカジマ nakajima|石井 イシイ ishii|小川 オガワ ogawa
前田 マエダ maeda|岡田 オカダ okada|長谷川 ハセガワ hasegawa|藤田 フジタ fujita|後藤 ゴトウ goto|近藤 コンドウ kondo
村上 ムラカミ murakami|遠藤 エンドウ endo|青木 アオキ aoki|坂本 サカモト sakamoto|福田 フクダ fukuda|太田 オオタ ota
西村 ニシムラ nishimura|藤井 フジイ fujii|金子 カネコ kaneko|岡本 オカモト okamoto|藤原 フジワラ fujiwara|中野 ナカノ nakano
三浦 ミウラ miura|原田 ハラダ harada|中川 ナカガワ nakagawa|松田 マツダ matsuda|竹内 タケウチ takeuchi|小野 オノ ono
田村 タムラ tamura|和田 ワダ wada|石田 イシダ ishida|上田 ウエダ ueda|森田 モリタ morita|柴田 シバタ shibata
酒井 サカイ sakai|宮崎 ミヤザキ miyazaki|工藤 クドウ kudo|横山 ヨコヤマ yokoyama|内田 ウチダ uchida|高木 タカギ takagi
安藤 アンドウ ando|島田 シマダ shimada|谷口 タニグチ taniguchi|大野 オオノ ono|今井 イマイ imai|丸山 マルヤマ maruyama
河野 コウノ kono|武田 タケダ takeda|杉山 スギヤマ sugiyama|千葉 チバ chiba|菅原 スガワラ sugawara|桜井 サクライ sakurai
野口 ノグチ noguchi|木下 キノシタ kinoshita|新井 アライ arai|大塚 オオツカ otsuka|小松 コマツ komatsu|早川 ハヤカワ hayakawa`);

/** Given names by the years in which they were given. */
export const FIRST_NAMES: readonly { until: number; female: Name[]; male: Name[] }[] = [
  {
    until: 1964,
    female: parse(`
和子 カズコ kazuko|幸子 サチコ sachiko|恵子 ケイコ keiko|洋子 ヨウコ yoko|節子 セツコ setsuko|京子 キョウコ kyoko
悦子 エツコ etsuko|美代子 ミヨコ miyoko|弘子 ヒロコ hiroko|文子 フミコ fumiko|千恵子 チエコ chieko|照子 テルコ teruko
礼子 レイコ reiko|静江 シズエ shizue|典子 ノリコ noriko|光子 ミツコ mitsuko`),
    male: parse(`
清 キヨシ kiyoshi|勝 マサル masaru|隆 タカシ takashi|進 ススム susumu|茂 シゲル shigeru|和夫 カズオ kazuo|正 タダシ tadashi|博 ヒロシ hiroshi`),
  },
  {
    until: 1984,
    female: parse(`
由美子 ユミコ yumiko|真由美 マユミ mayumi|久美子 クミコ kumiko|直美 ナオミ naomi|裕子 ユウコ yuko|明美 アケミ akemi
陽子 ヨウコ yoko|智子 トモコ tomoko|美香 ミカ mika|理恵 リエ rie|香織 カオリ kaori|純子 ジュンコ junko
恵美 エミ emi|麻衣子 マイコ maiko|由紀 ユキ yuki|優子 ユウコ yuko|千春 チハル chiharu|佳代 カヨ kayo`),
    male: parse(`
誠 マコト makoto|浩 ヒロシ hiroshi|直樹 ナオキ naoki|健一 ケンイチ kenichi|剛 ツヨシ tsuyoshi|哲也 テツヤ tetsuya|英樹 ヒデキ hideki|学 マナブ manabu`),
  },
  {
    until: 9999,
    female: parse(`
美咲 ミサキ misaki|愛 アイ ai|彩 アヤ aya|舞 マイ mai|千尋 チヒロ chihiro|麻美 アサミ asami|沙織 サオリ saori|美穂 ミホ miho
奈々 ナナ nana|遥 ハルカ haruka|葵 アオイ aoi|真央 マオ mao|詩織 シオリ shiori|結衣 ユイ yui|優花 ユウカ yuka|瞳 ヒトミ hitomi`),
    male: parse(`
翔太 ショウタ shota|健太 ケンタ kenta|大輔 ダイスケ daisuke|拓也 タクヤ takuya|亮 リョウ ryo|翔 ショウ sho|直人 ナオト naoto|悠斗 ユウト yuto`),
  },
];
