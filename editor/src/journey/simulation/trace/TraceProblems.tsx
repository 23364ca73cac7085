import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { TraceProblem } from '@tabiji/shared/api/trace.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/locale.ts';
import { goTo } from '../../session/actions.ts';
import { useDoc, useSession } from '../../session/use-session.ts';

/** What kept the test from going on, with the way out: mostly, to say how a node ends. */
export function TraceProblems({ problems }: { problems: readonly TraceProblem[] }) {
  return problems.map((problem, i) => <Problem key={i} problem={problem} />);
}

function Problem({ problem: { code, node, message, ports } }: { problem: TraceProblem }) {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const session = useSession();
  const name = useDoc(({ graph }) => (node === null ? undefined : titleOf(graph.nodes[node])[locale]));
  const chooses = code === 'choose_port' && node !== null;
  return (
    <Alert
      variant="outline"
      color={chooses ? 'yamabuki' : 'shu'}
      bg="var(--tabiji-card)"
      icon={<IconAlertTriangle stroke={1.75} />}
      title={chooses ? t('choose.title') : t('problem')}
    >
      <Text size="sm">{chooses ? t('choose.about', { node: name ?? '' }) : message[locale]}</Text>
      <Group gap={8} mt={8}>
        {chooses
          ? ports.map(({ port, label }) => (
              <Button key={port} variant="default" size="compact-sm" onClick={() => session.sim.choose({ node, port })}>
                {label[locale]}
              </Button>
            ))
          : node !== null && (
              <Button variant="default" size="compact-sm" onClick={() => goTo(session, node)}>
                {t('showNode')}
              </Button>
            )}
      </Group>
    </Alert>
  );
}
