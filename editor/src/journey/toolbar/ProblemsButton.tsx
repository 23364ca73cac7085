import { Button, Popover } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import type { Problem } from '@tabiji/shared/journey/problem.ts';
import { useTranslation } from 'react-i18next';
import { ProblemList } from '../panel/ProblemList.tsx';
import { useDoc, useSession, useUi } from '../session/use-session.ts';
import classes from './Toolbar.module.css';

const ICONS = {
  error: IconAlertCircle,
  warning: IconAlertTriangle,
  none: IconCircleCheck,
  unfinished: IconListCheck,
};

/** How many things keep the journey from being published; opens their list. Fresh cards are not counted. */
export function ProblemsButton() {
  const { t } = useTranslation('journey');
  const { ui } = useSession();
  const shown = useUi(({ showsProblems }) => showsProblems);
  const errors = useCount('error');
  const warnings = useCount('warning');
  const isClean = useDoc(({ problems }) => problems.length === 0);
  const worst = errors > 0 ? 'error' : warnings > 0 ? 'warning' : isClean ? 'none' : 'unfinished';
  const Icon = ICONS[worst];
  const label = {
    error: t('problems.count', { all: errors + warnings, errors, warnings }),
    warning: t('problems.count', { all: errors + warnings, errors, warnings }),
    none: t('problems.none'),
    unfinished: t('problems.button'),
  }[worst];
  return (
    <Popover
      opened={shown}
      onChange={(open) => ui.showProblems(open)}
      position="bottom-end"
      width={380}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          className={classes.problems}
          data-worst={worst}
          leftSection={<Icon size={18} stroke={1.75} />}
          aria-label={label}
          onClick={() => ui.showProblems(!shown)}
        >
          <span className={classes.long}>{t('problems.button')}</span>{' '}
          {errors + warnings > 0 && <b>{errors + warnings}</b>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <ProblemList onChoose={() => ui.showProblems(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function useCount(severity: Problem['severity']): number {
  const fresh = useUi((state) => state.fresh);
  return useDoc(
    ({ problems }) =>
      problems.filter((each) => each.severity === severity && !(each.node && fresh.has(each.node))).length,
  );
}
