import { Button, Group, Progress, Text } from '@mantine/core';
import { MOST_REHEARSED, type PlanRehearsal, type Rehearsal } from '@tabiji/shared/api/rehearsals.ts';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TestersField } from '../../templates/test-send/TestersField.tsx';
import { useTesters } from '../../templates/test-send/use-testers.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { TraceProblems } from '../simulation/trace/TraceProblems.tsx';
import { loadOf, sendable } from './progress.ts';
import { RehearsalList } from './RehearsalList.tsx';
import { RehearsalWho } from './RehearsalWho.tsx';
import classes from './rehearsal.module.css';
import { useSending } from './use-sending.ts';

interface Props {
  rehearsal: Rehearsal;
  asked: PlanRehearsal;
  onClose: () => void;
}

/** Whose way it is, the addresses, and the mails with what became of each. */
export function RehearsalForm({ rehearsal, asked, onClose }: Props) {
  const { t } = useTranslation(['rehearsal', 'ui']);
  const errorWords = useErrorWords();
  const { to, setTo, trouble } = useTesters();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [isTried, setTried] = useState(false);
  const { send, isSending, error, sending } = useSending(asked);
  const able = sendable(rehearsal.mails);
  const chosen = able.filter((mail) => !left.has(mail));
  const { count, isTooMany } = loadOf(chosen.length, to.length);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (trouble === undefined && chosen.length > 0 && !isTooMany) send({ to, mails: chosen });
  };
  const total = sending ? sending.mails.length * sending.to.length : 0;
  const done = sending?.lines.length ?? 0;
  const failed = sending?.lines.filter(({ state }) => state === 'failed').length ?? 0;
  const hint = isTooMany
    ? t('tooMany', { most: MOST_REHEARSED, mails: chosen.length, addresses: to.length, count })
    : isTried && chosen.length === 0 && able.length > 0
      ? t('noneChosen')
      : error && errorWords(error);
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <RehearsalWho rehearsal={rehearsal} onLeave={onClose} />
      <TraceProblems problems={rehearsal.problems} />
      {able.length > 0 && <TestersField value={to} error={isTried ? trouble : undefined} onChange={setTo} />}
      {rehearsal.mails.length === 0 ? (
        <Text size="sm">{t(rehearsal.isIn ? 'noMails' : 'notIn')}</Text>
      ) : (
        <RehearsalList rehearsal={rehearsal} left={left} onLeave={setLeft} sending={sending} />
      )}
      <div aria-live="polite">
        {sending && (
          <>
            <Progress value={(100 * done) / total} size="sm" aria-label={t('progress')} />
            <Text size="sm" mt={6} className={classes.tabular}>
              {t(isSending ? 'going' : 'done', { done, total })}
              {failed > 0 && ` ${t('failedCount', { count: failed })}`}
            </Text>
          </>
        )}
      </div>
      {hint && (
        <Text c="var(--tabiji-error)" size="sm" role="alert">
          {hint}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('ui:close')}
        </Button>
        {able.length > 0 && (
          <Button type="submit" loading={isSending}>
            {count === 0 ? t('sendNone') : t('send', { count })}
          </Button>
        )}
      </Group>
    </form>
  );
}
