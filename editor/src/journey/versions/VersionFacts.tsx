import { Text } from '@mantine/core';
import type { VersionRow } from '@tabiji/shared/api/versions.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { kindOf } from '@tabiji/shared/journey/publish-plan.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import facts from '../dialogs/dialogs.module.css';
import classes from './versions.module.css';

/** Why a version was published, what it changed, and what was decided for the people inside. */
export function VersionFacts({ version, graph }: { version: VersionRow; graph: JourneyGraph }) {
  const { t } = useTranslation('publishing');
  const locale = useLocale();
  const { note, approvedBy, changes, plan, people } = version;
  const decided = Object.entries(people).flatMap(([node, count]) => {
    const choice = plan[node];
    const name = graph.nodes[node] ? titleOf(graph.nodes[node])[locale] : node;
    return choice
      ? [{ node, text: t('versions.decided', { name, count, choice: t(`choice.${kindOf(choice)}`) }) }]
      : [];
  });
  const rows = [
    ['versions.note', note],
    ['versions.approved', approvedBy],
  ] as const;
  return (
    <dl className={facts.facts}>
      {rows.map(
        ([label, text]) =>
          text && (
            <div key={label} className={classes.fact}>
              <dt>{t(label)}</dt>
              <dd className={classes.text}>{text}</dd>
            </div>
          ),
      )}
      {changes && changes[locale].length > 0 && (
        <div className={classes.fact}>
          <dt>{t('versions.changed')}</dt>
          <dd>
            <ul className={classes.lines}>
              {changes[locale].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {decided.length > 0 && (
        <div className={classes.fact}>
          <dt>{t('versions.plan')}</dt>
          <dd>
            {decided.map(({ node, text }) => (
              <Text key={node} size="sm">
                {text}
              </Text>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}
