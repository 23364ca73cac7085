import type { Provider } from '@tabiji/shared/api/workspace.ts';
import { countMails } from './counting.ts';
import { keepLetters } from './letters.ts';
import type { AnyProvider } from './provider.ts';
import { resend } from './resend.ts';
import { smtp } from './smtp.ts';

/** Who carries the mails, by the name that a workspace chooses. */
export const providers: Readonly<Record<Provider, AnyProvider>> = {
  letters: { where: 'inside', keep: keepLetters },
  counting: { where: 'inside', keep: countMails },
  smtp,
  resend,
};
