import { Alert, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useNames } from '../canvas/use-names.ts';
import { mentionWithSummary } from '../doc/mention.ts';
import type { PortRef } from '../doc/ports.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import type { Clip, Mention } from './clip.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { pasteRebound } from './clipboard.ts';
import { SameOrCopy } from './SameOrCopy.tsx';
import { copyTemplates } from './template-copies.ts';
import { mailQueries } from '../../api/mails.ts';

interface Props {
  clip: Clip;
  at: PortRef | null;
  missing: readonly Mention[];
  /** Templates that this journey would share with the other one. */
  shared: readonly string[];
}

/** What the copied nodes mention: what does not exist here is chosen again, what does is shared or copied. */
export function PasteDialog({ clip, at, missing, shared }: Props) {
  const { t } = useTranslation('moving');
  const session = useSession();
  const client = useQueryClient();
  const words = useErrorWords();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set(shared));
  const offers = useOffers();
  const close = () => session.moving.setState({ pasting: null });
  const {
    mutate: paste,
    isPending,
    error,
  } = useMutation({
    mutationFn: () => copyTemplates([...copied], new Set(offers.template.map(({ value }) => value))),
    onSuccess: async (copies) => {
      if (copies.size > 0) {
        void client.invalidateQueries({ queryKey: mailQueries.templates.queryKey });
        await client.invalidateQueries({ queryKey: queries.catalogue.queryKey });
      }
      close();
      const instead = [...copies].map(([key, copy]) => [`template ${key}`, copy] as const);
      pasteRebound(session, clip, at, new Map([...chosen, ...instead]));
    },
  });
  return (
    <Modal opened onClose={close} title={t(missing.length > 0 ? 'rebind.title' : 'rebind.titleShared')} size="lg">
      <Stack gap="md">
        {shared.map((key) => (
          <SameOrCopy
            key={key}
            template={key}
            isCopied={copied.has(key)}
            onChange={(isCopied) =>
              setCopied(new Set(isCopied ? [...copied, key] : [...copied].filter((one) => one !== key)))
            }
          />
        ))}
        {missing.length > 0 && <Text size="sm">{t('rebind.about')}</Text>}
        {missing.map(({ what, key }) => (
          <Select
            key={`${what} ${key}`}
            label={t(`rebind.${what}`, { key })}
            placeholder={t('rebind.choose')}
            data={offers[what]}
            searchable
            clearable
            nothingFoundMessage={t('choose.nothing')}
            value={chosen.get(`${what} ${key}`) ?? null}
            onChange={(value) => {
              const next = new Map(chosen);
              if (value === null) next.delete(`${what} ${key}`);
              else next.set(`${what} ${key}`, value);
              setChosen(next);
            }}
          />
        ))}
        {error && (
          <Alert color="shu" variant="outline">
            {words(error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('rebind.cancel')}
          </Button>
          <Button data-autofocus loading={isPending} onClick={() => paste()}>
            {t('rebind.paste')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Everything of a kind that exists here. */
function useOffers(): Record<Mention['what'], { value: string; label: string }[]> {
  const locale = useLocale();
  const names = useNames();
  const { data } = useQuery(queries.catalogue);
  const graph = useDoc((state) => state.graph);
  return {
    template: (data?.templates ?? []).map(({ key, name }) => ({ value: key, label: name })),
    segment: (data?.segments ?? []).map(({ key, name }) => ({ value: key, label: name })),
    rank: (data?.ranks ?? []).map(({ key, name }) => ({ value: key, label: name[locale] })),
    node: Object.entries(graph.nodes).map(([id, node]) => ({
      value: id,
      label: mentionWithSummary(node, locale, names),
    })),
  };
}
