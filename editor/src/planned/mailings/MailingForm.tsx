import { Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Mailing } from '@tabiji/shared/api/mailings.ts';
import type { Catalogue } from '@tabiji/shared/api/workspace.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf } from '@tabiji/shared/time/once.ts';
import { planning } from '../../api/planned.ts';
import { useLocale } from '../../i18n/locale.ts';
import { Card } from '../../ui/Card.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useFmt } from '../../use-fmt.ts';
import { useWorkspaceNow } from '../../use-workspace-now.ts';
import styles from './mailings.module.css';
import { EMPTY_MAILING, gapsOf, planOf, valuesOf, type MailingValues } from './plan-of.ts';
import { NotSaved } from './NotSaved.tsx';
import { ReachPanel } from './ReachPanel.tsx';
import { SenderSelect } from './SenderSelect.tsx';

const EVERYBODY = '*';

interface Props {
  catalogue: Catalogue;
  zone: string;
  /** The one that is changed; absent: a new one. */
  mailing?: Mailing;
}

/** To whom, what and when; scheduled after a look at who would get it. */
export function MailingForm({ catalogue, zone, mailing }: Props) {
  const { t } = useTranslation(['planned', 'gate']);
  const fmt = useFmt();
  const locale = useLocale();
  const client = useQueryClient();
  const navigate = useNavigate();
  const now = useWorkspaceNow();
  const [values, setValues] = useState<MailingValues>(mailing ? valuesOf(mailing) : EMPTY_MAILING);
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const set = (change: Partial<MailingValues>) => setValues((before) => ({ ...before, ...change }));
  const gaps = gapsOf(values, zone, now);
  const plan = planOf(values, gaps);
  const reach = useQuery({
    ...planning.reach(
      plan ?? { segment: null, template: '?', sender: null, topic: null, at: '2000-01-01T00:00', zone: 'workspace' },
    ),
    enabled: plan !== undefined,
  });
  const create = useMutation({
    mutationFn: () => {
      const wanted = { ...plan!, name: values.name.trim() };
      return mailing ? planning.change(mailing.id, wanted) : planning.create(wanted);
    },
    onSuccess: async ({ state }) => {
      void client.invalidateQueries({ queryKey: ['planned'] });
      await client.invalidateQueries({ queryKey: ['mailings'] });
      notifications.show({
        color: 'wakatake',
        message: state === 'draft' ? t('form.awaits') : mailing ? t('gate:mailing.changed') : t('form.scheduled'),
      });
      await navigate({ to: '/sending', search: { view: 'mailings' } });
    },
    onSettled: () => setAsking(false),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (gaps.size === 0) setAsking(true);
  };
  const verb = mailing ? t('gate:mailing.save') : t('form.schedule');
  const templateName = catalogue.templates.find(({ key }) => key === values.template)?.name ?? '';
  return (
    <form className={styles.columns} onSubmit={submit} noValidate>
      <Card>
        <div className={styles.fields}>
          <TextInput
            label={t('form.name')}
            placeholder={t('form.namePlaceholder')}
            value={values.name}
            error={isTried && gaps.has('name') && t('form.nameMissing')}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
          <Select
            label={t('form.segment')}
            description={t('form.segmentHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            searchable
            data={[
              { value: EVERYBODY, label: t('mailings.everybody') },
              ...catalogue.segments.map(({ key, name }) => ({ value: key, label: name })),
            ]}
            value={values.segment ?? EVERYBODY}
            onChange={(segment) => set({ segment: segment === EVERYBODY ? null : segment })}
          />
          <Select
            label={t('form.template')}
            searchable
            data={catalogue.templates.map(({ key, name }) => ({ value: key, label: name }))}
            value={values.template}
            error={isTried && gaps.has('template') && t('form.templateMissing')}
            onChange={(template) => set({ template })}
          />
          <SenderSelect senders={catalogue.senders} value={values.sender} onChange={(sender) => set({ sender })} />
          <Select
            label={t('form.topic')}
            allowDeselect={false}
            data={catalogue.topics.map(({ key, name }) => ({ value: key, label: name[locale] }))}
            value={values.topic ?? catalogue.topics.find(({ kind }) => kind === 'marketing')?.key ?? null}
            onChange={(topic) => set({ topic })}
          />
          <TextInput
            type="datetime-local"
            label={t('form.at')}
            w={240}
            value={values.at}
            error={
              (gaps.has('past') && t('form.atPast')) || (isTried && gaps.has('at') && t('form.atMissing')) || undefined
            }
            onChange={({ currentTarget }) => set({ at: currentTarget.value.slice(0, 16) })}
          />
          <Select
            label={t('form.zone')}
            allowDeselect={false}
            data={[
              { value: 'workspace', label: `${t('form.zoneWorkspace')} (${zone})` },
              { value: 'customer', label: t('form.zoneCustomer') },
            ]}
            {...(values.zone === 'customer' && { description: t('form.zoneHelp') })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={values.zone}
            onChange={(next) => set({ zone: next === 'customer' ? 'customer' : 'workspace' })}
          />
        </div>
        <NotSaved error={create.error} />
        <div className={styles.foot}>
          <Button type="submit" loading={create.isPending}>
            {verb}
          </Button>
        </div>
      </Card>
      <ReachPanel plan={plan} reach={reach} />
      {plan && (
        <ConfirmDialog
          isOpen={isAsking}
          title={mailing ? t('gate:mailing.confirm') : t('form.confirmTitle')}
          body={t('form.confirmBody', {
            at: fmt.full(reach.data?.open ?? instantOf(plan.at, zone)),
            template: templateName,
            count: (reach.data?.allowed ?? 0) + (reach.data?.later ?? []).reduce((all, { count }) => all + count, 0),
          })}
          verb={verb}
          color="ai"
          isBusy={create.isPending}
          onConfirm={() => create.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  );
}
