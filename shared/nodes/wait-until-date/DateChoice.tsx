import { Autocomplete, Select } from '@mantine/core';
import type { FormContext } from '../define-view.ts';
import { WORDS } from './form-words.ts';
import { DateOf, type WaitUntilDate } from './node.ts';
import { DATE_LABELS } from './words.ts';

interface Props {
  config: WaitUntilDate;
  onChange: (config: WaitUntilDate) => void;
  context: FormContext;
}

const PLAIN = ['delivered', 'shipped', 'order', 'last_order', 'first_order'] as const;

/** Which date is waited for. */
export function DateChoice({ config, onChange, context: { locale, catalogue } }: Props) {
  const words = WORDS[locale];
  const at = config.date.indexOf(':');
  const kind = at < 0 ? config.date : config.date.slice(0, at);
  const name = at < 0 ? '' : config.date.slice(at + 1);
  const named = { attribute: catalogue.attributes, event: catalogue.events };
  const set = (text: string) => {
    const date = DateOf.safeParse(text);
    if (!date.success) return;
    const { estimate, ...rest } = config;
    const isParcel = date.data === 'shipped' || date.data === 'delivered';
    onChange({ ...rest, date: date.data, ...(isParcel && estimate && { estimate }) });
  };
  return (
    <>
      <Select
        label={words.date}
        allowDeselect={false}
        data={[
          ...PLAIN.map((value) => ({ value: value as string, label: capitalised(DATE_LABELS[value][locale]) })),
          { value: 'attribute', label: words.attribute },
          { value: 'event', label: words.event },
        ]}
        value={kind}
        onChange={(next) => {
          if (next === 'attribute' || next === 'event') set(`${next}:${named[next][0] ?? '?'}`);
          else if (next) set(next);
        }}
      />
      {(kind === 'attribute' || kind === 'event') && (
        <Autocomplete
          label={kind === 'event' ? words.eventName : words.attributeName}
          data={named[kind]}
          value={name === '?' ? '' : name}
          error={name === '?' ? words.missing : undefined}
          onChange={(text) => set(`${kind}:${text || '?'}`)}
        />
      )}
    </>
  );
}

const capitalised = (text: string) => text.replace(/^the /, '').replace(/^./, (first) => first.toUpperCase());
