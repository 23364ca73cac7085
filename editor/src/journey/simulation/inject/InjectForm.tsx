import { Autocomplete, Button, Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../../api/queries.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { useSession } from '../../session/use-session.ts';
import { InstantField } from '../setup/InstantField.tsx';
import classes from '../simulation.module.css';
import { answerKey, INJECTIONS, injectionOf, type Draft } from './injection.ts';
import { useAsking } from './use-asking.ts';

/** Makes something happen at an instant: where the clock stands, unless another is chosen. */
export function InjectForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('simulation');
  const { sim } = useSession();
  const asking = useAsking();
  const { data: catalogue } = useQuery(queries.catalogue);
  const [isWrong, setWrong] = useState(false);
  const [draft, setDraft] = useState<Draft>(() => ({
    kind: 'order',
    at: sim.store.getState().at,
    amount: 3980,
    event: '',
    answer: null,
  }));
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    setWrong(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const one = injectionOf(draft);
    setWrong(!one);
    if (!one) return;
    sim.inject(one);
    onClose();
  };
  const kinds = INJECTIONS.filter((kind) => kind !== 'answer' || asking.length > 0);
  return (
    <form className={classes.inject} onSubmit={submit}>
      <Select
        label={t('inject.what')}
        data={kinds.map((value) => ({ value, label: t(`inject.kind.${value}`) }))}
        value={draft.kind}
        onChange={(kind) => kind && change({ kind })}
      />
      {draft.kind === 'order' && (
        <NumberField
          label={t('inject.amount')}
          value={draft.amount}
          error={isWrong && t('inject.amountMissing')}
          onChange={(amount) => change({ amount })}
        />
      )}
      {draft.kind === 'event' && (
        <Autocomplete
          label={t('inject.event')}
          data={catalogue?.events ?? []}
          value={draft.event}
          error={isWrong && t('inject.eventMissing')}
          onChange={(event) => change({ event })}
        />
      )}
      {draft.kind === 'answer' && (
        <Select
          label={t('inject.answer')}
          data={asking.map(({ question, text, answers }) => ({
            group: text,
            items: answers.map(({ value, label }) => ({ value: answerKey(question, value), label })),
          }))}
          value={draft.answer}
          error={isWrong && t('inject.answerMissing')}
          onChange={(answer) => change({ answer })}
        />
      )}
      <InstantField label={t('inject.at')} value={draft.at} onChange={(at) => change({ at })} />
      <Group gap={8} justify="flex-end">
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" size="compact-sm">
          {t('inject.do')}
        </Button>
      </Group>
    </form>
  );
}
