import { Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { goTo } from '../session/actions.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import { groupProblems } from './group-problems.ts';
import classes from './ProblemList.module.css';
import { ProblemRow } from './ProblemRow.tsx';

interface Props {
  onChoose: () => void;
  severity?: 'error' | 'warning';
}

/** Everything that is wrong, by step; a click leads to the card. */
export function ProblemList({ onChoose, severity }: Props) {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const session = useSession();
  const nodes = useDoc(({ graph }) => graph.nodes);
  const problems = useDoc((state) => state.problems);
  const groups = useMemo(
    () => groupProblems(problems.filter((each) => severity === undefined || each.severity === severity)),
    [problems, severity],
  );
  if (groups.length === 0)
    return (
      <Text size="sm" className={classes.none}>
        <IconCircleCheck size={18} stroke={1.75} />
        {t('problems.none')}
      </Text>
    );
  return (
    <div className={classes.list}>
      {groups.map(({ node, problems: own }) => {
        const name = node ? titleOf(nodes[node])[locale] : t('settings.title');
        const choose = () => {
          onChoose();
          if (node) goTo(session, node);
          else session.ui.select(null);
        };
        return (
          <section key={node ?? ''}>
            <h3 className={classes.step}>{name}</h3>
            <ul aria-label={name}>
              {own.map((problem) => (
                <ProblemRow
                  key={[problem.code, problem.port, problem.path, problem.message.en].join(' ')}
                  problem={problem}
                  onChoose={choose}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
