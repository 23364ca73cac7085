import { Radio, Select, Stack } from '@mantine/core';
import type { PublishPreview } from '@tabiji/shared/api/journeys.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { kindOf, type ChoiceKind, type PublishChoice } from '@tabiji/shared/journey/publish-plan.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useNames } from '../canvas/use-names.ts';
import { mentionWithSummary } from '../doc/mention.ts';
import classes from './publish.module.css';

interface Props {
  place: PublishPreview['nodes'][number];
  choice: PublishChoice | undefined;
  /** The journey as it will be: where people can be moved to. */
  after: JourneyGraph;
  onChange: (node: string, choice: PublishChoice) => void;
}

/** What is to happen to the people at one changed or removed node, and how many of them would act at once. */
export function PlaceChoice({ place: { node, choices }, choice, after, onChange }: Props) {
  const { t } = useTranslation('publishing');
  const locale = useLocale();
  const names = useNames();
  const targets = Object.entries(after.nodes)
    .filter(([id, { type }]) => type !== 'start' && id !== node)
    .map(([value, target]) => ({ value, label: mentionWithSummary(target, locale, names) }));
  const kind = choice && kindOf(choice);
  return (
    <Radio.Group
      label={t('choice.label')}
      classNames={{ root: classes.choices, label: classes.choicesLabel }}
      value={kind ?? null}
      onChange={(value) => {
        const next = value as ChoiceKind;
        onChange(node, next === 'move' ? { move: targets[0]?.value ?? node } : next);
      }}
    >
      <Stack gap={6} mt={6}>
        {choices.map((one) => (
          <div key={one.choice}>
            <Radio
              size="sm"
              value={one.choice}
              disabled={one.choice === 'move' && targets.length === 0}
              label={t(`choice.${one.choice}`)}
              description={
                one.choice === kind ? (
                  <>
                    {t(`choice.means.${one.choice}`)}
                    {one.actAtOnce > 0 && ` ${t('choice.atOnce', { count: one.actAtOnce })}`}
                  </>
                ) : (
                  one.actAtOnce > 0 && t('choice.atOnce', { count: one.actAtOnce })
                )
              }
            />
            {one.choice === 'move' && typeof choice === 'object' && (
              <Select
                mt={6}
                ml={28}
                aria-label={t('choice.moveTo')}
                data={targets}
                value={choice.move}
                searchable
                onChange={(value) => value && onChange(node, { move: value })}
              />
            )}
          </div>
        ))}
      </Stack>
    </Radio.Group>
  );
}
