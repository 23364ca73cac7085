import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense } from 'react';
import { queries } from '../../api/queries.ts';
import { useSession } from '../session/use-session.ts';
import type { Existing } from '@tabiji/shared/journey/existing.ts';
import { ExistingChoice } from '../dialogs/ExistingChoice.tsx';
import type { Publishing, Restore } from './use-publishing.ts';
import { ExpectedVolume } from './volume/ExpectedVolume.tsx';
import { VolumeFacts } from './VolumeFacts.tsx';
import { WhatHappens } from './WhatHappens.tsx';

const HoldChoice = lazyPart(() => import('../../release/HoldChoice.tsx'), 'HoldChoice');

interface Props {
  publishing: Publishing;
  restore: Restore;
  existing: Existing;
  onExisting: (existing: Existing) => void;
  holdFirst: number | null;
  onHoldFirst: (first: number | null) => void;
}

/** Who will enter, how often, how many that is in a month, and what happens to those inside. */
export function ImpactTab({ publishing, restore, existing, onExisting, holdFirst, onHoldFirst }: Props) {
  const { after, live, preview, errors } = publishing;
  const { id } = useSession();
  const { data: isHeld } = useQuery({ ...queries.journey(id), select: (journey) => journey.holdFirst !== null });
  return (
    <Stack gap="md">
      {after && <WhatHappens graph={after} isFirst={live === undefined} inside={preview.data} />}
      <VolumeFacts restore={restore} />
      {errors === 0 && <ExpectedVolume graph={after} />}
      {restore === undefined && <ExistingChoice value={existing} onChange={onExisting} />}
      <Suspense>
        <HoldChoice isHeld={isHeld === true} value={holdFirst} onChange={onHoldFirst} />
      </Suspense>
    </Stack>
  );
}
