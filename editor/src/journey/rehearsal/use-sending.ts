import type { PlanRehearsal, RehearsalLine } from '@tabiji/shared/api/rehearsals.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { rehearsals } from '../../api/rehearsals.ts';
import type { Sending } from './progress.ts';
import { mailQueries, mails as mailApi } from '../../api/mails.ts';

/** Sends the chosen mails and keeps what became of each; the addresses are remembered for the next test. */
export function useSending(asked: PlanRehearsal) {
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending | null>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ to, mails }: { to: readonly string[]; mails: readonly number[] }) => {
      setSending({ to, mails, lines: [] });
      const add = (line: RehearsalLine) =>
        setSending((before) => before && { ...before, lines: [...before.lines, line] });
      await rehearsals.send({ ...asked, to: [...to], mails: [...mails] }, add);
      await mailApi.mail.saveSettings({ testers: [...to] });
    },
    onError: () => setSending((before) => (before?.lines.length === 0 ? null : before)),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: mailQueries.mailSettings.queryKey });
      void client.invalidateQueries({ queryKey: ['mail-tests'] });
    },
  });
  return { send: mutate, isSending: isPending, error, sending };
}
