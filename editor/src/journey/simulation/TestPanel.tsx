import { SegmentedControl } from '@mantine/core';
import { IconClockPlay } from '@tabler/icons-react';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DockFrame } from '../panel/DockFrame.tsx';
import classes from '../panel/Inspector.module.css';
import { PanelHead } from '../panel/PanelHead.tsx';
import { useSession } from '../session/use-session.ts';
import { CasesSection } from './cases/CasesSection.tsx';
import { CohortSection } from './cohort/CohortSection.tsx';
import { OneSection } from './OneSection.tsx';

const HeldNote = lazyPart(() => import('../../release/HeldNote.tsx'), 'HeldNote');

const SECTIONS = { one: OneSection, many: CohortSection, cases: CasesSection };
const KEYS = ['one', 'many', 'cases'] as const;

/** The column while the journey is tried out: with one customer, with last month's, and with what was kept. */
export function TestPanel() {
  const { t } = useTranslation('simulation');
  const { id, sim } = useSession();
  const [shown, setShown] = useState<(typeof KEYS)[number]>('one');
  const Section = SECTIONS[shown];
  useEffect(() => {
    if (shown !== 'many') sim.count(null);
  }, [shown, sim]);
  useEffect(() => () => sim.play(false), [sim]);
  return (
    <DockFrame label={t('title')}>
      <PanelHead icon={IconClockPlay} group="journey" title={t('title')} />
      <div className={classes.body}>
        <SegmentedControl
          fullWidth
          flex="none"
          aria-label={t('with.label')}
          value={shown}
          data={KEYS.map((value) => ({ value, label: t(`with.${value}`) }))}
          onChange={setShown}
        />
        <Suspense>
          <HeldNote journey={id} />
        </Suspense>
        <Section onDone={() => setShown('one')} />
      </div>
    </DockFrame>
  );
}
