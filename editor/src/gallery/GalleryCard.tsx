import type { GalleryJourney } from '@tabiji/shared/api/gallery.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { useTranslation } from 'react-i18next';
import type { NamesOf } from '@tabiji/shared/nodes/define-node.ts';
import { useLocale } from '../i18n/locale.ts';
import classes from './gallery.module.css';
import { mailsOf } from './mails-of.ts';
import { PathSketch } from './PathSketch.tsx';

interface Props {
  /** What the shop calls its ranks. */
  names: NamesOf;
  journey: GalleryJourney;
  isBusy: boolean;
  onChoose: () => void;
}

/** One journey: its path in small, what it does, who enters, how many mails, and what is still to be written. */
export function GalleryCard({ names, journey: { graph, about, hint, toWrite }, isBusy, onChoose }: Props) {
  const { t } = useTranslation('gallery');
  const locale = useLocale();
  const start = graph.nodes[graph.start];
  const opened = start && openNode(start);
  const who = opened?.ok ? opened.definition.summary(opened.config, locale, names) : '';
  return (
    <li>
      <button type="button" className={classes.card} disabled={isBusy} onClick={onChoose}>
        <PathSketch graph={graph} />
        <span className={classes.words}>
          <b>{graph.name}</b>
          <span>{about}</span>
          <span className={classes.facts}>
            <span>{who}</span>
            <span>{t('mails', { count: mailsOf(graph) })}</span>
          </span>
          {toWrite.length > 0 && (
            <span className={classes.hint}>{t('toWrite', { mails: toWrite.join(t('listOf')) })}</span>
          )}
          {hint && <span className={classes.hint}>{hint}</span>}
        </span>
      </button>
    </li>
  );
}
