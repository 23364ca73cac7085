import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useFmt } from '../../use-fmt.ts';
import { useSession, useUi } from '../session/use-session.ts';

/** What the experiment at the selected node has shown so far; nothing before it is published. */
export function ExperimentStanding() {
  const { t } = useTranslation('journey');
  const fmt = useFmt();
  const locale = useLocale();
  const { id } = useSession();
  const node = useUi(({ selected }) => selected) ?? '';
  const { data: isPublished = false } = useQuery({ ...queries.journey(id), select: ({ version }) => version !== null });
  const { data } = useQuery({ ...queries.experiment(id, node), enabled: isPublished });
  if (!data) return null;
  const { verdict, ways } = data;
  const winner = verdict.kind === 'decided' ? ways.find(({ port }) => port === verdict.winner) : undefined;
  return (
    <section aria-label={t('experiment.title')}>
      <Text size="sm" fw={600}>
        {winner
          ? t('experiment.winner', { name: winner.label[locale] })
          : t(`experiment.${verdict.kind === 'undecided' ? verdict.because : 'too_close'}`, { count: data.minimum })}
      </Text>
      <Table mt={4} fz="xs" verticalSpacing={2} horizontalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('experiment.way')}</Table.Th>
            <Table.Th ta="right">{t('experiment.chosen')}</Table.Th>
            <Table.Th ta="right">{t('experiment.judged')}</Table.Th>
            <Table.Th ta="right">{t('experiment.rate')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ways.map(({ port, label, chosen, judged, rate }) => (
            <Table.Tr key={port}>
              <Table.Td>{label[locale]}</Table.Td>
              <Table.Td ta="right">{fmt.short(chosen)}</Table.Td>
              <Table.Td ta="right">{fmt.short(judged)}</Table.Td>
              <Table.Td ta="right">{judged === 0 ? '–' : `${(rate * 100).toFixed(1)}%`}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
