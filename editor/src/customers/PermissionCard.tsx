import { Alert, Button, Switch, Text } from '@mantine/core';
import type { Permission } from '@tabiji/shared/api/permission.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { stopping } from '../api/stopping.ts';
import { useLocale } from '../i18n/locale.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import { ConsentList } from './ConsentList.tsx';
import styles from './PermissionCard.module.css';

const HOLD_MS = 30 * 24 * 3_600_000;

/** What a customer may be written to about, why not, and every proof. */
export function PermissionCard({ id }: { id: number }) {
  const { t } = useTranslation('stopping');
  const query = useQuery(stopping.permission(id));
  return (
    <Panel title={t('customer.title')}>
      <Loaded query={query}>{(permission) => <Content id={id} permission={permission} />}</Loaded>
    </Panel>
  );
}

function Content({ id, permission }: { id: number; permission: Permission }) {
  const { t } = useTranslation(['stopping', 'customers']);
  const locale = useLocale();
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const client = useQueryClient();
  const { data: workspace } = useQuery(queries.workspace);
  const change = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => client.invalidateQueries({ queryKey: ['customer', id] }),
  });
  const { topics, suppression, promotionHold: held, consents } = permission;
  const nameOf = (key: string) =>
    key === '*' ? t('customer.all') : workspace?.topics.find((topic) => topic.key === key)?.name[locale] || key;
  const hold = () =>
    stopping.hold(id, {
      until: new Date((now ?? Date.now()) + HOLD_MS).toISOString(),
      reason: t('customer.holdReason'),
    });
  return (
    <div className={styles.parts}>
      {suppression && (
        <Alert color="shu">
          {t('customer.suppressed', { reason: t(`customers:suppression.${suppression.reason}`) })}
        </Alert>
      )}
      <ul className={styles.topics}>
        {topics.map(({ key, subscribed, said }) => (
          <li key={key}>
            <Switch
              label={nameOf(key)}
              description={said ? t('customer.since', { at: fmt.date(said) }) : t('customer.never')}
              checked={subscribed}
              disabled={change.isPending}
              onChange={({ currentTarget: { checked } }) => change.mutate(() => stopping.say(id, key, checked))}
            />
          </li>
        ))}
      </ul>
      {held && <Text size="sm">{t('customer.held', { until: fmt.date(held.until), reason: held.reason })}</Text>}
      <div>
        <Button
          size="xs"
          variant="default"
          loading={change.isPending}
          onClick={() => change.mutate(held ? () => stopping.letGo(id) : hold)}
        >
          {held ? t('customer.letGo') : t('customer.hold')}
        </Button>
      </div>
      {consents.length > 0 && <ConsentList consents={consents} nameOf={nameOf} />}
    </div>
  );
}
