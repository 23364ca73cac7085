import type { PublishPreview } from '@tabiji/shared/api/journeys.ts';
import { kindOf, type ChoiceKind, type PublishChoice } from '@tabiji/shared/journey/publish-plan.ts';
import { Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useNames } from '../canvas/use-names.ts';
import { mentionWithSummary } from '../doc/mention.ts';
import { useDoc } from '../session/use-session.ts';
import classes from './dialogs.module.css';

type Place = PublishPreview['nodes'][number];

interface Props {
  places: readonly Place[];
  plan: Readonly<Record<string, PublishChoice>>;
  onChange: (node: string, choice: PublishChoice) => void;
}

/** For each changed or removed node at which somebody rests: what is to happen to them, and what that means. */
export function PeopleInside({ places, plan, onChange }: Props) {
  return (
    <Stack gap="sm">
      {places.map((place) => (
        <PlaceChoice key={place.node} place={place} choice={plan[place.node]} onChange={onChange} />
      ))}
    </Stack>
  );
}

interface PlaceProps {
  place: Place;
  choice: PublishChoice | undefined;
  onChange: Props['onChange'];
}

function PlaceChoice({ place: { node, name, change, people, choices }, choice, onChange }: PlaceProps) {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const names = useNames();
  const nodes = useDoc(({ graph }) => graph.nodes);
  const title = nodes[node] ? mentionWithSummary(nodes[node], locale, names) : name[locale];
  const targets = Object.entries(nodes)
    .filter(([, { type }]) => type !== 'start')
    .map(([value, target]) => ({ value, label: mentionWithSummary(target, locale, names) }));
  const kind = choice && kindOf(choice);
  const chosen = choices.find((one) => one.choice === kind);
  return (
    <div className={classes.place}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="xs" c="dimmed">
        {t(`publish.${change}`, { count: people })}
      </Text>
      <Select
        aria-label={t('publish.whatHappens', { node: name[locale] })}
        data={choices.map((one) => ({ value: one.choice, label: t(`publish.choice.${one.choice}`) }))}
        value={kind ?? null}
        allowDeselect={false}
        onChange={(value) => {
          const next = value as ChoiceKind | null;
          if (next) onChange(node, next === 'move' ? { move: targets[0]?.value ?? node } : next);
        }}
      />
      {typeof choice === 'object' && (
        <Select
          aria-label={t('publish.moveTo')}
          data={targets}
          value={choice.move}
          allowDeselect={false}
          searchable
          onChange={(value) => value && onChange(node, { move: value })}
        />
      )}
      {chosen && (
        <Text size="xs" c="dimmed">
          {t(`publish.means.${chosen.choice}`)}
          {chosen.actAtOnce > 0 && t('publish.actAtOnce', { count: chosen.actAtOnce })}
        </Text>
      )}
    </div>
  );
}
