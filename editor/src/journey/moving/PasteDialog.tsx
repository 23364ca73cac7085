import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useNames } from '../canvas/use-names.ts';
import { mentionWithSummary } from '../doc/mention.ts';
import type { PortRef } from '../doc/ports.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import type { Clip, Mention } from './clip.ts';
import { pasteRebound } from './clipboard.ts';

/** What the copied nodes mention and does not exist here, each with a choice of what does. */
export function PasteDialog({ clip, at, missing }: { clip: Clip; at: PortRef | null; missing: readonly Mention[] }) {
  const { t } = useTranslation('moving');
  const session = useSession();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const offers = useOffers();
  const close = () => session.moving.setState({ pasting: null });
  const paste = () => {
    close();
    pasteRebound(session, clip, at, chosen);
  };
  return (
    <Modal opened onClose={close} title={t('rebind.title')} size="lg">
      <Stack gap="md">
        <Text size="sm">{t('rebind.about')}</Text>
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
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('rebind.cancel')}
          </Button>
          <Button data-autofocus onClick={paste}>
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
