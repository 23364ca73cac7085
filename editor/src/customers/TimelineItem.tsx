import type { TimelineEntry } from '@tabiji/shared/api/customers.ts';
import { colour } from '../tokens.ts';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import { EventEntry } from './EventEntry.tsx';
import { JourneyEntry } from './JourneyEntry.tsx';
import { MessageEntry } from './MessageEntry.tsx';
import { OrderEntry } from './OrderEntry.tsx';
import { SegmentEntry } from './SegmentEntry.tsx';
import { ShipmentEntry } from './ShipmentEntry.tsx';
import { lookOf } from './timeline-looks.ts';
import styles from './Timeline.module.css';

/** One thing that happened, or will: icon, words, time. */
export function TimelineItem({ entry }: { entry: TimelineEntry }) {
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const { Icon, token } = lookOf(entry);
  return (
    <li className={styles.entry}>
      <span className={styles.icon} style={{ color: colour(token) }}>
        <Icon size={16} stroke={1.75} aria-hidden="true" />
      </span>
      <div className={styles.words}>
        <Words entry={entry} />
      </div>
      <time className={styles.time} dateTime={entry.at} title={fmt.full(entry.at)}>
        {entry.kind === 'planned' ? fmt.compact(entry.at, now) : fmt.time(entry.at)}
      </time>
    </li>
  );
}

function Words({ entry }: { entry: TimelineEntry }) {
  switch (entry.kind) {
    case 'order':
      return <OrderEntry entry={entry} />;
    case 'shipment':
      return <ShipmentEntry entry={entry} />;
    case 'event':
      return <EventEntry entry={entry} />;
    case 'message':
      return <MessageEntry entry={entry} />;
    case 'segment':
      return <SegmentEntry entry={entry} />;
    case 'entered':
    case 'pass':
    case 'exit':
    case 'planned':
      return <JourneyEntry entry={entry} />;
  }
}
