import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReasonWords } from '../../customers/use-reason-words.ts';
import { useFmt } from '../../use-fmt.ts';
import { useDoc, useLive } from '../session/use-session.ts';
import { FigureList } from './FigureList.tsx';
import { shareWords } from './figures.ts';
import classes from './results.module.css';

/** The journey as a whole: who is inside, who came, how it ended. */
export function JourneyFigures() {
  const { t } = useTranslation('results');
  const fmt = useFmt();
  const reasonWords = useReasonWords();
  const isKnown = useLive((live) => live.isKnown);
  const active = useLive((live) => live.active);
  const exits = useLive((live) => live.exits);
  const start = useDoc(({ graph }) => graph.start);
  const entered = useLive(({ byNode }) => byNode[start]?.entered ?? 0);
  const known = (value: number) => (isKnown ? fmt.number(value) : '–');
  const reasons = Object.entries(exits).toSorted(([, a], [, b]) => b - a);
  const ended = reasons.reduce((sum, [, n]) => sum + n, 0);
  return (
    <>
      <FigureList
        label={t('title')}
        lines={[
          { name: t('figure.active'), value: known(active) },
          { name: t('figure.joined'), value: known(entered) },
          { name: t('figure.ended'), value: known(ended) },
        ]}
      />
      <section>
        <Title order={3} className={classes.heading}>
          {t('ends')}
        </Title>
        {isKnown && ended === 0 ? (
          <p className={classes.quiet}>{t('noEnds')}</p>
        ) : (
          <FigureList
            label={t('ends')}
            lines={reasons.map(([reason, n]) => ({
              name: reasonWords(reason),
              value: known(n),
              more: shareWords({ of: ended, n }, fmt),
            }))}
          />
        )}
        <p className={classes.help}>{t('help.few')}</p>
      </section>
    </>
  );
}
