import { Stack } from '@mantine/core';
import type { Existing } from '@tabiji/shared/journey/existing.ts';
import { ExistingChoice } from '../dialogs/ExistingChoice.tsx';
import type { Publishing, Restore } from './use-publishing.ts';
import { ExpectedVolume } from './volume/ExpectedVolume.tsx';
import { VolumeFacts } from './VolumeFacts.tsx';
import { WhatHappens } from './WhatHappens.tsx';

interface Props {
  publishing: Publishing;
  restore: Restore;
  existing: Existing;
  onExisting: (existing: Existing) => void;
}

/** Who will enter, how often, how many that is in a month, and what happens to those inside. */
export function ImpactTab({ publishing, restore, existing, onExisting }: Props) {
  const { after, live, preview, errors } = publishing;
  return (
    <Stack gap="md">
      {after && <WhatHappens graph={after} isFirst={live === undefined} inside={preview.data} />}
      <VolumeFacts restore={restore} />
      {errors === 0 && <ExpectedVolume graph={after} />}
      {restore === undefined && <ExistingChoice value={existing} onChange={onExisting} />}
    </Stack>
  );
}
