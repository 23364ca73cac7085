export const keys = {
  title: 'Key of links',
  about:
    'Keeps others from making up links of your mails: those that stop mails, show preferences, answer questions and count clicks.',
  since: 'The present key has been in use since {{at}}.',
  believed_one: ' Links made with {{count}} earlier key still work.',
  believed_other: ' Links made with {{count}} earlier keys still work.',
  rotate: 'Change to a new key',
  confirmTitle: 'Change to a new key?',
  confirmBody:
    'Mails written from now on have links made with the new key. Links in mails that were sent before go on working for ever, to stop mails as well as to answer. Addresses of webhooks stay as they are. You cannot go back to the key before.',
  confirm: 'Change the key',
} as const;
