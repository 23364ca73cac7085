import { Autocomplete, Select, Stack } from '@mantine/core';
import type { TriggerOn } from '../../journey/triggers.ts';
import type { FormContext } from '../define-view.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { TimeField } from '../fields/TimeField.tsx';
import { directed, directionOf, lengthOf, type Direction } from './direction.ts';
import { WORDS } from './trigger-form-words.ts';

type Anniversary = TriggerOn<'anniversary'>;

interface Props {
  trigger: Anniversary;
  onChange: (trigger: Anniversary) => void;
  context: FormContext;
}

/** Which day of the year, and how long before or after it. */
export function AnniversaryFields({ trigger, onChange, context: { locale, catalogue } }: Props) {
  const words = WORDS[locale];
  const { offset, ...rest } = trigger;
  const direction: Direction | 'on' = offset === undefined ? 'on' : directionOf(offset);
  const set = (next: Direction | 'on', length = offset ? lengthOf(offset) : 'P7D') =>
    onChange(next === 'on' ? rest : { ...rest, offset: directed(length, next) });
  return (
    <Stack gap="sm" mt={8}>
      <Autocomplete
        label={words.attribute}
        description={words.anniversaryHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={catalogue.attributes}
        value={trigger.attribute}
        onChange={(attribute) => onChange({ ...trigger, attribute })}
      />
      <Select
        label={words.when}
        allowDeselect={false}
        data={[
          { value: 'before', label: words.before },
          { value: 'on', label: words.onTheDay },
          { value: 'after', label: words.afterwards },
        ]}
        value={direction}
        onChange={(next) => next && set(next as Direction | 'on')}
      />
      {direction !== 'on' && offset !== undefined && (
        <DurationField
          label={words.span}
          value={lengthOf(offset)}
          onChange={(length) => set(direction, length)}
          locale={locale}
          units={['days', 'weeks', 'months']}
        />
      )}
      <TimeField
        label={words.time}
        value={trigger.at}
        onChange={(at) => at && onChange({ ...trigger, at })}
        locale={locale}
      />
    </Stack>
  );
}
