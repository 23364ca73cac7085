import { MultiSelect, Select, Stack } from '@mantine/core';
import type { TriggerOn } from '../../journey/triggers.ts';
import type { FormContext } from '../define-view.ts';
import { WORDS } from './trigger-form-words.ts';

type Cpm = TriggerOn<'cpm'>;

interface Props {
  trigger: Cpm;
  onChange: (trigger: Cpm) => void;
  context: FormContext;
}

/** Which change of a customer's place in the portfolio. */
export function CpmFields({ trigger, onChange, context: { locale, catalogue } }: Props) {
  const words = WORDS[locale];
  const { active: _, rank, ...rest } = trigger;
  const kind = trigger.active === undefined ? 'rank' : trigger.active ? 'returned' : 'lapsed';
  const choose = (next: string | null) => {
    if (next === 'rank') onChange({ ...rest, rank: rank ?? {} });
    else if (next) onChange({ ...rest, active: next === 'returned' });
  };
  const ranks = catalogue.ranks.map(({ key, name }) => ({ value: key, label: name[locale] }));
  /** Names that were written by hand are shown as the ranks they mean. */
  const keysOf = (texts: readonly string[] = []) =>
    texts.map((text) => catalogue.ranks.find(({ key, name }) => [key, name.ja, name.en].includes(text))?.key ?? text);
  const setRanks = (end: 'from' | 'to', keys: string[]) => {
    const { [end]: _gone, ...other } = rank ?? {};
    onChange({ ...rest, rank: { ...other, ...(keys.length > 0 && { [end]: keys }) } });
  };
  return (
    <Stack gap="sm" mt={8}>
      <Select
        label={words.change}
        allowDeselect={false}
        data={[
          { value: 'lapsed', label: words.lapsed },
          { value: 'returned', label: words.returned },
          { value: 'rank', label: words.ranked },
        ]}
        value={kind}
        onChange={choose}
      />
      {kind === 'rank' && (
        <>
          {(['to', 'from'] as const).map((end) => (
            <MultiSelect
              key={end}
              label={words[end === 'to' ? 'rankTo' : 'rankFrom']}
              placeholder={keysOf(rank?.[end]).length === 0 ? words.anyRank : ''}
              data={ranks}
              value={keysOf(rank?.[end])}
              onChange={(keys) => setRanks(end, keys)}
            />
          ))}
        </>
      )}
    </Stack>
  );
}
