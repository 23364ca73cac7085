import { Button, Checkbox, SegmentedControl, Select, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { Traveller } from '@tabiji/shared/api/simulate.ts';
import { Start } from '@tabiji/shared/nodes/start/node.ts';
import { triggerWords } from '@tabiji/shared/nodes/start/words.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/locale.ts';
import { useWorkspaceNow } from '../../../use-workspace-now.ts';
import { useNames } from '../../canvas/use-names.ts';
import { useDoc, useSession } from '../../session/use-session.ts';
import classes from '../simulation.module.css';
import { EntryField } from './EntryField.tsx';
import { PersonaField } from './PersonaField.tsx';
import { RandomField } from './RandomField.tsx';
import { RealField, type Real } from './RealField.tsx';

const KINDS = ['real', 'persona', 'random'] as const;

/** Whom to send through, from when, and by which start condition. */
export function SetupForm() {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const names = useNames();
  const { sim, ui } = useSession();
  const now = useWorkspaceNow();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('real');
  const [real, setReal] = useState<Real | null>(null);
  const [persona, setPersona] = useState<string | null>(null);
  const [random, setRandom] = useState<Extract<Traveller, { random: unknown }>>(() => ({ random: null, seed: seed() }));
  const [enterAt, setEnterAt] = useState<string | null>(null);
  const [trigger, setTrigger] = useState(0);
  const [ignoreFilter, setIgnoreFilter] = useState(false);
  const [lacks, setLacks] = useState(false);
  const start = Start.safeParse(useDoc(({ graph }) => graph.nodes[graph.start]?.config));
  const triggers = (start.data?.triggers ?? []).map((one) => triggerWords(one, locale, names));
  const customer: Traveller | null = {
    real: real && { id: real.id },
    persona: persona === null ? null : { persona },
    random,
  }[kind];
  const run = () => {
    setLacks(customer === null);
    if (!customer) return;
    sim.setUp({ customer, enterAt: enterAt ?? new Date(now).toISOString(), trigger, ignoreFilter });
    ui.closePanel();
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <Text size="xs" c="dimmed">
        {t('about')}
      </Text>
      <SegmentedControl
        fullWidth
        aria-label={t('who.label')}
        value={kind}
        data={KINDS.map((value) => ({ value, label: t(`who.${value}`) }))}
        onChange={(next) => {
          setKind(next);
          setLacks(false);
        }}
      />
      {kind === 'real' && <RealField value={real} onChange={setReal} isMissing={lacks} />}
      {kind === 'persona' && <PersonaField value={persona} onChange={setPersona} isMissing={lacks} />}
      {kind === 'random' && (
        <RandomField value={random.random} onChange={(next) => setRandom({ random: next, seed: seed() })} />
      )}
      <EntryField
        value={enterAt}
        onChange={setEnterAt}
        now={now}
        lastOrderAt={kind === 'real' ? real?.lastOrderAt : null}
      />
      {triggers.length > 1 && (
        <Select
          label={t('trigger')}
          data={triggers.map((label, i) => ({ value: String(i), label }))}
          value={String(trigger)}
          onChange={(value) => setTrigger(Number(value))}
        />
      )}
      <Checkbox
        label={t('ignoreFilter')}
        checked={ignoreFilter}
        onChange={({ currentTarget }) => setIgnoreFilter(currentTarget.checked)}
      />
      <Button type="submit" leftSection={<IconPlayerPlay size={16} stroke={1.75} />}>
        {t('run')}
      </Button>
    </form>
  );
}

const seed = () => Math.floor(Math.random() * 1_000_000_000);
