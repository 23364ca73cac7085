import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { simulation } from '../../../api/simulation.ts';
import { useErrorWords } from '../../../ui/use-error-words.ts';
import { useSession, useSim } from '../../session/use-session.ts';
import classes from '../simulation.module.css';
import { casesKey } from './use-cases.ts';

/** Keeps what is seen as what is expected from now on: a case that runs after every change. */
export function KeepCase() {
  const { t } = useTranslation('simulation');
  const errorWords = useErrorWords();
  const { id, doc, sim } = useSession();
  const client = useQueryClient();
  const isWhole = useSim(({ seen }) => seen !== null && seen.trace.problems.length === 0 && seen.trace.rows.length > 0);
  const [name, setName] = useState<string | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: async (called: string) => {
      const { setup, ways, shown } = sim.store.getState();
      if (!setup) return;
      const forks = [...(ways[shown]?.forks ?? [])];
      await simulation.keepCase(id, { name: called, setup: { ...setup, forks }, graph: doc.store.getState().graph });
    },
    onSuccess: async () => {
      setName(null);
      notifications.show({ color: 'wakatake', message: t('cases.kept') });
      await client.invalidateQueries({ queryKey: casesKey(id) });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('cases.keepFailed'), message: errorWords(error) }),
  });
  if (!isWhole) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name?.trim()) mutate(name.trim());
  };
  if (name === null)
    return (
      <Button
        variant="default"
        flex="none"
        leftSection={<IconBookmark size={16} stroke={1.75} />}
        onClick={() => setName(sim.store.getState().seen?.trace.customer?.name ?? '')}
      >
        {t('cases.keep')}
      </Button>
    );
  return (
    <form className={classes.keep} onSubmit={submit}>
      <TextInput
        data-autofocus
        label={t('cases.name')}
        description={t('cases.nameHelp')}
        maxLength={100}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button variant="default" onClick={() => setName(null)}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={isPending} disabled={name.trim() === ''}>
        {t('cases.save')}
      </Button>
    </form>
  );
}
