import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import { lineAt } from '../mjml-source.ts';
import { placeholders } from '../placeholders.ts';
import { advise, type Check } from './looked-at.ts';

/** What the shop still has to write; it keeps a journey from being published. */
export const checkPlaceholders: Check = ({ subject, source }) =>
  placeholders({ subject, mjml: source }).map(({ line, text }) => ({
    code: 'placeholder',
    severity: 'error',
    line,
    text,
  }));

const SUBJECT_MOST = 60;
const PREHEADER_MOST = 90;

/** Lines of the inbox that are cut off or shout. */
export const checkLines: Check = ({ subject, preheader, source }) => {
  const found: MailFinding[] = [];
  const bare = subject.replace(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, '');
  if (bare.length > SUBJECT_MOST) found.push(longSubject);
  if (
    /[!！]{2,}/.test(bare) ||
    (bare.length > 10 && /[A-Z]/.test(bare) && bare === bare.toUpperCase() && !/[^\0-\u007f]/.test(bare))
  )
    found.push(shouting);
  if (preheader.length > PREHEADER_MOST)
    found.push(longPreheader(lineAt(source, Math.max(0, source.indexOf('<mj-preview')))));
  return found;
};

const longSubject = advise(
  'subject_length',
  0,
  `件名が${SUBJECT_MOST}字を超えています。多くのメールソフトで後ろが切れます。`,
  `The subject has more than ${SUBJECT_MOST} characters; most mail programs cut it off.`,
);
const shouting = advise(
  'subject_shouts',
  0,
  '件名の「！！」や大文字ばかりの言葉は、迷惑メールと判定されやすくなります。',
  'Several exclamation marks or capitals only look like spam to filters.',
);
const longPreheader = (line: number) =>
  advise(
    'preheader_length',
    line,
    `プリヘッダーは${PREHEADER_MOST}字までにしてください。後ろは表示されません。`,
    `Keep the preheader within ${PREHEADER_MOST} characters; the rest is not shown.`,
  );

/** A text part that is nearly empty is a mark of spam, and leaves those who read text with nothing. */
export const checkText: Check = ({ text, source }) => {
  const words = text.replace(/https?:\/\/\S+/g, '').replace(/\s+/g, '');
  if (words.length >= 20) return [];
  const hasImages = /<(mj-image|img)\b/.test(source);
  return [
    advise(
      'empty_text',
      1,
      hasImages
        ? '言葉がほとんどなく、画像だけのメールです。迷惑メールと判定されやすく、画像を表示しない人には何も届きません。'
        : 'テキスト版にほとんど言葉がありません。',
      hasImages
        ? 'This mail is hardly more than images. Filters take it for spam, and who blocks images gets nothing.'
        : 'The text version hardly says anything.',
    ),
  ];
};
