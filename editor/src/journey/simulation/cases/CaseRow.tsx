import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { CaseResult, JourneyCase } from '@tabiji/shared/api/journey-cases.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/locale.ts';
import { simulation } from '../../../api/simulation.ts';
import { useSession } from '../../session/use-session.ts';
import classes from '../simulation.module.css';
import { CaseIcon } from './CaseIcon.tsx';
import { stateOf } from './state-of.ts';
import { casesKey } from './use-cases.ts';
import { useDifferenceWords } from './use-difference-words.ts';

interface Props {
  one: JourneyCase;
  result: CaseResult | undefined;
  /** It was opened in the time machine. */
  onShown: () => void;
}

/** One case: whether the draft still does it, and the first thing that is different. */
export function CaseRow({ one, result, onShown }: Props) {
  const { t } = useTranslation('simulation');
  const { id, sim } = useSession();
  const client = useQueryClient();
  const differenceWords = useDifferenceWords();
  const { mutate: remove } = useMutation({
    mutationFn: () => simulation.removeCase(id, one.id),
    onSettled: () => client.invalidateQueries({ queryKey: casesKey(id) }),
  });
  const locale = useLocale();
  const state = stateOf(result);
  const show = () => {
    sim.setUp(one.setup);
    onShown();
  };
  return (
    <li className={classes.case} data-state={state}>
      <CaseIcon state={state} />
      <div>
        <b>{one.name}</b>
        {result?.problem ? (
          <p>{result.problem[locale]}</p>
        ) : (
          result?.difference && <p>{differenceWords(result.difference)}</p>
        )}
        <Button variant="subtle" size="compact-xs" ml={-8} onClick={show}>
          {t('cases.show')}
        </Button>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('cases.remove', { name: one.name })}
        onClick={() => remove()}
      >
        <IconTrash size={16} stroke={1.75} />
      </ActionIcon>
    </li>
  );
}
