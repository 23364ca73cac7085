import { Text, UnstyledButton } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { goTo } from '../session/actions.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import classes from './ProblemList.module.css';

interface Props {
  onChoose: () => void;
  severity?: 'error' | 'warning';
}

/** Everything that is wrong, errors first; a click leads to the card. */
export function ProblemList({ onChoose, severity }: Props) {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const session = useSession();
  const graph = useDoc((state) => state.graph);
  const problems = useDoc((state) => state.problems);
  const listed = problems
    .filter((each) => severity === undefined || each.severity === severity)
    .toSorted((a, b) => a.severity.localeCompare(b.severity));
  if (listed.length === 0)
    return (
      <Text size="sm" className={classes.none}>
        <IconCircleCheck size={18} stroke={1.75} />
        {t('problems.none')}
      </Text>
    );
  return (
    <ul className={classes.list} aria-label={t('problems.button')}>
      {listed.map(({ code, severity: grade, node, port, path, message }) => {
        const Icon = grade === 'error' ? IconAlertCircle : IconAlertTriangle;
        const choose = () => {
          onChoose();
          if (node) goTo(session, node);
          else session.ui.select(null);
        };
        return (
          <li key={[code, node, port, path, message.en].join(' ')}>
            <UnstyledButton className={classes.row} data-grade={grade} onClick={choose}>
              <Icon size={18} stroke={1.75} aria-label={t(`problems.${grade}`)} />
              <span>
                <small>{node ? titleOf(graph.nodes[node])[locale] : t('settings.title')}</small>
                {message[locale]}
              </span>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
