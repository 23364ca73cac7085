import { Title } from '@mantine/core';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { localDate } from '@tabiji/shared/time.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { reports } from '../../api/reports.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { useFmt } from '../../use-fmt.ts';
import { useWorkspaceNow } from '../../use-workspace-now.ts';
import { useLive, useSession } from '../session/use-session.ts';
import { FigureList, type Line } from './FigureList.tsx';
import { datesOf, partsOf, type Told } from './mails-asked.ts';
import classes from './results.module.css';

const AGAIN_MS = 60_000;

/** What became of the mails of the journey, or of one step, from the rows of the mails; it adds up. */
export function MailsHere({ node }: { node: NodeId | undefined }) {
  const { t } = useTranslation('reports');
  const fmt = useFmt();
  const { id } = useSession();
  const query = useLive((state) => state.query);
  const { data: zone = 'Asia/Tokyo' } = useQuery({ ...queries.workspace, select: ({ timeZone }) => timeZone });
  const period = datesOf(query, localDate(useWorkspaceNow(), zone));
  const asked = { ...period, journey: id, node, version: query.version };
  const { data } = useQuery({ ...reports.journeys(asked, 'month'), refetchInterval: AGAIN_MS });
  if (!data || data.mails.asked === 0) return null;
  const { asked: went, arrived, said } = partsOf(data.mails);
  const lineOf = ({ name, value }: Told): Line => ({
    name: t(`figure.${name}`),
    value: value === null ? '–' : fmt.number(value),
  });
  const title = t('here.title');
  return (
    <section aria-label={title}>
      <Title order={3} className={classes.heading}>
        {title}
      </Title>
      <p className={classes.help}>{t('equation.explain')}</p>
      <FigureList label={t('equation.title')} lines={went.map(lineOf)} />
      <p className={classes.help}>{t('equation.arrivalsExplain')}</p>
      <FigureList label={t('equation.arrivals')} lines={[...arrived, ...said].map(lineOf)} />
      <TextLink to="/reports" search={{ ...period, journey: id, ...(node !== undefined && { node }) }} size="sm">
        {t('here.open')}
      </TextLink>
    </section>
  );
}
