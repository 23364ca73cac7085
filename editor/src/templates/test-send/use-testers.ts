import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { mailQueries } from '../../api/mails.ts';

interface Testers {
  to: readonly string[];
  setTo: (to: string[]) => void;
  /** What is to be mended first, in words. */
  trouble: string | undefined;
}

/** To whom a test goes: those of last time until others are typed. */
export function useTesters(): Testers {
  const { t } = useTranslation('mail');
  const { data: settings } = useQuery(mailQueries.mailSettings);
  const [typed, setTyped] = useState<string[]>();
  const to = typed ?? settings?.testers ?? [];
  const wrong = to.find((address) => !z.email().safeParse(address).success);
  const trouble =
    to.length === 0 ? t('test.toNeeded') : wrong === undefined ? undefined : t('test.toWrong', { address: wrong });
  return { to, setTo: setTyped, trouble };
}
