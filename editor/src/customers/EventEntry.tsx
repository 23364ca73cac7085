import type { Entry } from './entry.ts';
import { feedbackEvent } from './feedback-event.ts';
import { FeedbackEntry } from './FeedbackEntry.tsx';
import { PropertyValue } from './PropertyValue.tsx';
import styles from './Timeline.module.css';

/** How many properties of an event are shown; the rest is counted. */
const SHOWN = 6;

/** Something the customer did, with its first properties. */
export function EventEntry({ entry }: { entry: Entry<'event'> }) {
  const { name, properties } = entry;
  const feedback = feedbackEvent(entry);
  if (feedback) return <FeedbackEntry feedback={feedback} />;
  const all = Object.entries(properties);
  return (
    <>
      <div>{name}</div>
      {all.length > 0 && (
        <div className={styles.detail}>
          {all.slice(0, SHOWN).map(([key, value], at) => (
            <span key={key}>
              {at > 0 && ' · '}
              {key}: <PropertyValue value={value} />
            </span>
          ))}
          {all.length > SHOWN && ` · +${all.length - SHOWN}`}
        </div>
      )}
    </>
  );
}
