import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { ImportPlan } from '@tabiji/shared/api/journey-files.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import classes from './journey-files.module.css';

/** What is wrong with the journey itself: it can be taken in all the same, and mended afterwards. */
export function PlanProblems({ problems, graph }: { problems: ImportPlan['problems']; graph: JourneyGraph }) {
  const { t } = useTranslation('files');
  const locale = useLocale();
  if (problems.length === 0)
    return (
      <Text size="sm" className={classes.fine}>
        <IconCircleCheck size={18} stroke={1.75} aria-hidden />
        {t('noProblems')}
      </Text>
    );
  return (
    <section>
      <Text component="h3" size="sm" fw={600} mb={4}>
        {t('problems')}
      </Text>
      <ul className={classes.things} aria-label={t('problems')}>
        {problems.map(({ code, severity, node, path, message }) => {
          const Icon = severity === 'error' ? IconCircleX : IconAlertTriangle;
          return (
            <li key={[code, node, path, message.en].join(' ')} data-state={severity}>
              <Icon size={18} stroke={1.75} aria-hidden />
              <div>
                {node !== undefined && <b>{titleOf(graph.nodes[node])[locale]}</b>}
                <span className={classes.about}>{message[locale]}</span>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
