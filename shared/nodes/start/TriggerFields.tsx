import { Autocomplete, SegmentedControl, Select, Stack } from '@mantine/core';
import type { Trigger, TriggerOn } from '../../journey/triggers.ts';
import type { FormContext } from '../define-view.ts';
import { AnniversaryFields } from './AnniversaryFields.tsx';
import { CpmFields } from './CpmFields.tsx';
import { ElapsedFields } from './ElapsedFields.tsx';
import { LateFields } from './LateFields.tsx';
import { MessageFields } from './MessageFields.tsx';
import { PropertyTests } from './PropertyTests.tsx';
import { PurchaseFields } from './PurchaseFields.tsx';
import { ScheduleFields } from './ScheduleFields.tsx';
import { WORDS } from './trigger-form-words.ts';

interface Props<T extends Trigger = Trigger> {
  trigger: T;
  onChange: (trigger: Trigger) => void;
  context: FormContext;
}

/** What a trigger of its kind asks. */
export function TriggerFields({ trigger, onChange, context }: Props) {
  const { locale } = context;
  switch (trigger.on) {
    case 'first_purchase':
    case 'nth_purchase':
    case 'order':
      return <PurchaseFields trigger={trigger} onChange={onChange} locale={locale} />;
    case 'event':
      return <EventTriggerFields trigger={trigger} onChange={onChange} context={context} />;
    case 'segment':
      return <SegmentFields trigger={trigger} onChange={onChange} context={context} />;
    case 'elapsed':
      return <ElapsedFields trigger={trigger} onChange={onChange} context={context} />;
    case 'late':
      return <LateFields trigger={trigger} onChange={onChange} locale={locale} />;
    case 'cpm':
      return <CpmFields trigger={trigger} onChange={onChange} context={context} />;
    case 'anniversary':
      return <AnniversaryFields trigger={trigger} onChange={onChange} context={context} />;
    case 'schedule':
      return <ScheduleFields trigger={trigger} onChange={onChange} context={context} />;
    case 'message':
      return <MessageFields trigger={trigger} onChange={onChange} context={context} />;
    case 'manual':
      return null;
  }
}

function EventTriggerFields({ trigger, onChange, context: { locale, catalogue } }: Props<TriggerOn<'event'>>) {
  const words = WORDS[locale];
  const { where, ...rest } = trigger;
  return (
    <Stack gap="sm" mt={8}>
      <Autocomplete
        label={words.event}
        description={words.eventHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={catalogue.events}
        value={trigger.event}
        onChange={(event) => onChange({ ...trigger, event })}
      />
      <PropertyTests
        tests={where ?? []}
        onChange={(tests) => onChange(tests.length > 0 ? { ...rest, where: tests } : rest)}
        locale={locale}
      />
    </Stack>
  );
}

function SegmentFields({ trigger, onChange, context: { locale, catalogue } }: Props<TriggerOn<'segment'>>) {
  const words = WORDS[locale];
  return (
    <Stack gap="sm" mt={8}>
      <Select
        label={words.segment}
        data={catalogue.segments.map(({ key, name }) => ({ value: key, label: name }))}
        value={trigger.segment || null}
        onChange={(segment) => segment && onChange({ ...trigger, segment })}
        searchable
        {...(catalogue.segments.length === 0 && { description: words.noSegments })}
      />
      <SegmentedControl
        fullWidth
        aria-label={words.change}
        data={[
          { value: 'entered', label: words.entered },
          { value: 'left', label: words.left },
        ]}
        value={trigger.change}
        onChange={(change) => onChange({ ...trigger, change: change === 'left' ? 'left' : 'entered' })}
      />
    </Stack>
  );
}
