import { memo } from 'react';
import classes from './JourneyCanvas.module.css';
import { Way } from './Way.tsx';

/** The lines that may be seen, under the cards. */
export const Ways = memo(function Ways({ ids }: { ids: readonly string[] }) {
  return (
    <svg className={classes.ways} data-ways>
      {ids.map((id) => (
        <Way key={id} id={id} />
      ))}
    </svg>
  );
});
