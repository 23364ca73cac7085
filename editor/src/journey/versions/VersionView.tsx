import { Button, Group, Select, Skeleton, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { VersionRow } from '@tabiji/shared/api/versions.ts';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import { GraphPicture } from '../picture/GraphPicture.tsx';
import { withGhosts } from '../picture/with-ghosts.ts';
import { ChangeRow } from '../publish/ChangeRow.tsx';
import classes from '../publish/publish.module.css';
import { useComparison } from '../publish/use-comparison.ts';
import { ApprovalHistory } from '../review/ApprovalHistory.tsx';
import { useSession } from '../session/use-session.ts';
import { VersionFacts } from './VersionFacts.tsx';
import { VersionName } from './VersionName.tsx';
import own from './versions.module.css';

interface Props {
  versions: readonly VersionRow[];
  shown: VersionRow;
  onRestore: () => void;
}

/** One version as it was drawn, by itself or against any other, with the way back to it. */
export function VersionView({ versions, shown, onRestore }: Props) {
  const { t } = useTranslation('publishing');
  const { id } = useSession();
  const { version } = shown;
  const [against, setAgainst] = useState<number | null>(null);
  const detail = useQuery(queries.version(id, version));
  const other = useQuery({ ...queries.version(id, against ?? 0), enabled: against !== null });
  const graph = detail.data?.graph;
  const isOlder = against !== null && against > version;
  const [before, after] = isOlder ? [graph, other.data?.graph] : [other.data?.graph, graph];
  const changes = useComparison(before, after);
  const compared = useMemo(() => before && after && withGhosts(before, after), [before, after]);
  const label =
    against === null
      ? t('versions.picture', { version })
      : t('picture.of', { from: Math.min(version, against), to: Math.max(version, against) });
  return (
    <section className={own.view} aria-label={`v${version}`}>
      <Group justify="space-between" gap="sm">
        <VersionName version={shown} />
        <Group gap="sm">
          <Select
            aria-label={t('versions.compare')}
            placeholder={t('versions.compare')}
            clearable
            allowDeselect
            w={220}
            value={against === null ? null : String(against)}
            data={versions
              .filter((one) => one.version !== version)
              .map((one) => ({ value: String(one.version), label: t('versions.with', { version: one.version }) }))}
            onChange={(value) => setAgainst(value === null ? null : Number(value))}
          />
          {version !== versions[0]?.version && (
            <Button leftSection={<IconArrowBackUp size={16} stroke={1.75} />} onClick={onRestore}>
              {t('versions.restore', { version })}
            </Button>
          )}
        </Group>
      </Group>
      {against === null && graph && <VersionFacts version={shown} graph={graph} />}
      {against === null && (
        <Suspense>
          <ApprovalHistory version={version} />
        </Suspense>
      )}
      {against !== null && changes && (
        <div className={own.words}>
          {changes.length === 0 ? (
            <Text size="sm">{t('change.none')}</Text>
          ) : (
            <ul className={classes.changes} aria-label={label}>
              {changes.map((change) => (
                <ChangeRow key={`${change.node} ${JSON.stringify(change.lines)}`} change={change} />
              ))}
            </ul>
          )}
        </div>
      )}
      {detail.error && <Failure error={detail.error} onRetry={() => void detail.refetch()} />}
      <div className={own.drawing}>
        {against === null ? (
          graph ? (
            <GraphPicture graph={graph} label={label} />
          ) : (
            <Skeleton height="100%" />
          )
        ) : (
          compared && <GraphPicture {...compared} label={label} />
        )}
      </div>
    </section>
  );
}
