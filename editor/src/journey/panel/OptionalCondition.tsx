import { Button, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { leavesOf } from '@tabiji/shared/conditions/parts.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JourneyCondition } from './form-context.tsx';
import classes from './Inspector.module.css';

interface Props {
  title: string;
  about: string;
  value: Condition | undefined;
  onChange: (value: Condition | undefined) => void;
}

/** A condition that may be absent: a button until it is wanted. Nothing is kept while it is empty. */
export function OptionalCondition({ title, about, value, onChange }: Props) {
  const { t } = useTranslation('journey');
  const [draft, setDraft] = useState<Condition>();
  const shown = value ?? draft;
  const set = (next: Condition) => {
    const isEmpty = leavesOf(next).length === 0;
    setDraft(next);
    if (!isEmpty || value) onChange(isEmpty ? undefined : next);
  };
  return (
    <section className={classes.section} aria-label={title}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {about}
      </Text>
      {shown ? (
        <>
          <JourneyCondition value={shown} onChange={set} />
          <Button
            variant="subtle"
            size="compact-xs"
            mt={6}
            leftSection={<IconX size={14} stroke={1.75} />}
            onClick={() => {
              setDraft(undefined);
              if (value) onChange(undefined);
            }}
          >
            {t('settings.remove')}
          </Button>
        </>
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} stroke={1.75} />}
          onClick={() => setDraft({ all: [] })}
        >
          {t('settings.add')}
        </Button>
      )}
    </section>
  );
}
