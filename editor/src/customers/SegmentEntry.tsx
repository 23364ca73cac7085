import { useTranslation } from 'react-i18next';
import type { Entry } from './entry.ts';

/** A customer came into a segment or left it. */
export function SegmentEntry({ entry: { change, name } }: { entry: Entry<'segment'> }) {
  const { t } = useTranslation('customers');
  return <div>{t(change === 'entered' ? 'timeline.segmentEntered' : 'timeline.segmentLeft', { name })}</div>;
}
