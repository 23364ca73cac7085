import { Button, Stack, Text } from '@mantine/core';
import { IconLayoutBoard } from '@tabler/icons-react';
import type { PublishPreview } from '@tabiji/shared/api/journeys.ts';
import type { Change } from '@tabiji/shared/journey/diff/words.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { PublishPlan } from '@tabiji/shared/journey/publish-plan.ts';
import { useTranslation } from 'react-i18next';
import { ChangeRow } from './ChangeRow.tsx';
import { MailChanges } from './MailChanges.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import classes from './publish.module.css';

interface Props {
  changes: readonly Change[];
  preview: PublishPreview | undefined;
  plan: PublishPlan;
  after: JourneyGraph;
  restore: number | undefined;
  onChoose: (node: string, choice: PublishPlan[string]) => void;
  onPicture: () => void;
}

/** Everything that becomes different, one row each; where people rest, what happens to them. */
export function ChangesTab({ changes, preview, plan, after, restore, onChoose, onPicture }: Props) {
  const { t } = useTranslation('publishing');
  const places = new Map(preview?.nodes.map((place) => [place.node, place]));
  return (
    <Stack gap="md">
      {changes.length === 0 ? (
        <Text size="sm">{t('change.none')}</Text>
      ) : (
        <>
          <ul className={classes.changes} aria-label={t('tab.changes')}>
            {changes.map((change) => {
              const place = change.node === undefined ? undefined : places.get(change.node);
              return (
                <ChangeRow
                  key={`${change.node} ${JSON.stringify(change.lines)}`}
                  change={change}
                  people={place?.people ?? 0}
                >
                  {place && <PlaceChoice place={place} choice={plan[place.node]} after={after} onChange={onChoose} />}
                </ChangeRow>
              );
            })}
          </ul>
          <div>
            <Button variant="default" leftSection={<IconLayoutBoard size={16} stroke={1.75} />} onClick={onPicture}>
              {t('picture.open')}
            </Button>
          </div>
        </>
      )}
      <MailChanges restore={restore} />
    </Stack>
  );
}
