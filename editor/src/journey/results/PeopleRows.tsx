import type { PersonInside } from '@tabiji/shared/api/people.ts';
import { useResizeObserver } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Act } from './PersonActions.tsx';
import { PersonRow } from './PersonRow.tsx';
import classes from './people.module.css';
import { ROW_HEIGHT, rowsInSight } from './rows-in-sight.ts';

/** So high is the list taken for before it is measured, in pixels. */
const SCREEN = 720;

interface Props {
  people: readonly PersonInside[];
  total: number;
  /** Whether rows come from several steps, so that each names its own. */
  isMulti: boolean;
  /** The last row that is loaded has come into sight. */
  onEnd: () => void;
  onAct: Act;
}

/** However many people: only the rows in sight are drawn, and more are fetched as they are scrolled to. */
export function PeopleRows({ people, total, isMulti, onEnd, onAct }: Props) {
  const [top, setTop] = useState(0);
  const [box, { height }] = useResizeObserver<HTMLDivElement>();
  const { first, last } = rowsInSight({ top, height: height || SCREEN, count: people.length });
  useEffect(() => {
    if (last >= people.length - 1 && people.length < total) onEnd();
  }, [last, people.length, total, onEnd]);
  return (
    <div ref={box} className={classes.rows} onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}>
      <ul style={{ height: people.length * ROW_HEIGHT }}>
        {people.slice(first, last + 1).map((person, at) => (
          <PersonRow
            key={person.id}
            person={person}
            top={(first + at) * ROW_HEIGHT}
            position={first + at + 1}
            total={total}
            isMulti={isMulti}
            onAct={onAct}
          />
        ))}
      </ul>
    </div>
  );
}
