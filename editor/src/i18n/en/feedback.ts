export const feedback = {
  title: 'What comes back about mails',
  clicks: 'Count clicks',
  clicksHelp:
    'Links lead over this server before they reach their target; links with values of the customer stay as they are. Say in your privacy policy that you measure this.',
  opens: 'Count opens',
  opensHelp:
    'Mails hold an invisible picture. Many mail apps load pictures ahead, so opens are only a rough measure. Say in your privacy policy that you measure this.',
  resend: {
    title: 'Messages from Resend',
    about:
      'Add this URL under Webhooks at Resend and enter the signing secret it shows you here: deliveries, bounces and complaints then arrive.',
    url: 'Webhook URL',
    copy: 'Copy the URL',
    copied: 'Copied',
    secret: 'Signing secret',
    secretHelp: 'Starts with whsec_. It is never shown again. While you change it, the one before still works.',
    secretWrong: 'Enter the signing secret, which starts with whsec_.',
    add: 'Add',
    none: 'None is added yet, so nothing can be received.',
    some_one: '{{count}} is added. Messages can be received.',
    some_other: '{{count}} are added. Messages can be received.',
    remove: 'Remove all',
  },
} as const;
