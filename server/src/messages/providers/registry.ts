import { countMails } from './counting.ts';
import { keepLetters } from './letters.ts';
import type { Providers } from './provider.ts';
import { resend } from './resend.ts';
import { smtp } from './smtp.ts';

/** Who carries the mails, by the name that a workspace chooses. */
export const providers: Providers = {
  letters: { where: 'inside', keep: keepLetters },
  counting: { where: 'inside', keep: countMails },
  smtp,
  resend,
};
