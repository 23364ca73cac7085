import type { Locale } from '@tabiji/shared/locale.ts';

const WORDS = {
  ja: {
    subject: 'いつもありがとうございます',
    title: '季節のたよりをお届けします',
    body: "{{ customer.lastName | keisho: '様' }}<br />いつもありがとうございます。新しい季節に合わせて、使い方をまとめました。",
    button: '読んでみる',
    small: 'このメールは見本です。',
  },
  en: {
    subject: 'Thank you for being with us',
    title: 'News for the new season',
    body: 'Dear {{ customer.firstName }},<br />thank you for being with us. We have put together what to do in the new season.',
    button: 'Read on',
    small: 'This mail is a sample.',
  },
} as const;

/** A mail that shows everything of a brand. */
export function sampleMail(locale: Locale): { subject: string; mjml: string } {
  const { subject, title, body, button, small } = WORDS[locale];
  const mjml = `<mjml>
  <mj-head>
    <mj-attributes><mj-all font-family="{{ brand.font }}" /><mj-text color="{{ brand.text }}" font-size="16px" line-height="1.8" /></mj-attributes>
  </mj-head>
  <mj-body background-color="{{ brand.background }}">
    <mj-section padding="24px 0 12px">
      <mj-column>
        <mj-text align="center">{% if brand.logo %}<img src="{{ brand.logo }}" alt="{{ brand.logoAlt }}" style="max-width: 240px; max-height: 64px" />{% else %}<strong>{{ workspace.senderName }}</strong>{% endif %}</mj-text>
      </mj-column>
    </mj-section>
    <mj-section background-color="{{ brand.surface }}" padding="32px 16px">
      <mj-column>
        <mj-text font-size="22px" font-weight="600">${title}</mj-text>
        <mj-text>${body}</mj-text>
        <mj-button align="left" background-color="{{ brand.primary }}" color="{{ brand.onPrimary }}" border-radius="6px" href="https://tabiji.example/">${button}</mj-button>
      </mj-column>
    </mj-section>
    <mj-section>
      <mj-column>
        <mj-text color="{{ brand.muted }}" font-size="12px">${small}<br />{{ brand.footer }}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
  return { subject, mjml };
}
