import { Button, Tooltip } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/use-session.ts';
import classes from '../simulation.module.css';
import { useCaseResults } from './use-cases.ts';

/** ✔ and ✖ of the kept cases, beside 公開. Nothing where nothing is kept. */
export function CasesBadge() {
  const { t } = useTranslation('simulation');
  const { ui } = useSession();
  const { data: results = [] } = useCaseResults();
  if (results.length === 0) return null;
  const failed = results.filter(({ passed }) => !passed).length;
  const label = t('cases.count', { passed: results.length - failed, failed });
  return (
    <Tooltip label={label}>
      <Button
        variant="default"
        className={classes.badge}
        aria-label={label}
        data-failed={failed > 0 || undefined}
        onClick={() => ui.setMode('test')}
      >
        <IconCircleCheck size={16} stroke={1.75} />
        {results.length - failed}
        {failed > 0 && (
          <>
            <IconCircleX size={16} stroke={1.75} />
            {failed}
          </>
        )}
      </Button>
    </Tooltip>
  );
}
