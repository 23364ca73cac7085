export const products = {
  hint: 'Choose or type a product code',
  offer: {
    label: 'Products it recommends',
    help: 'Customers who have just bought one do not get this mail, and it waits while one of them is paused.',
    days: 'Not sent after a purchase for',
    daysHelp: 'Who has bought one of them in this time does not get the mail as a promotion.',
    daysWrong: 'Enter a whole number from 1 to 730.',
    unit: 'days',
  },
  paused: {
    title: 'Paused products',
    label: 'Out of stock, called back …',
    help: 'Promotional mails that recommend one of these wait until it is taken off the list. Mails about orders still go.',
    waiting: 'Mails that wait: {{count}}. Taken off the list, those that may go leave at once.',
  },
};
