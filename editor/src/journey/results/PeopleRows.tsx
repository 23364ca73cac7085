import type { ActOnPeople, PersonInside } from '@tabiji/shared/api/people.ts';
import { useEffect, useRef, useState } from 'react';
import { PersonRow } from './PersonRow.tsx';
import classes from './results.module.css';
import { ROW_HEIGHT, rowsInSight } from './rows-in-sight.ts';

interface Props {
  people: readonly PersonInside[];
  total: number;
  /** Whether rows come from several steps, so that each names its own. */
  isMulti: boolean;
  /** The last row that is loaded has come into sight. */
  onEnd: () => void;
  onAct: (action: ActOnPeople['action'], id: number) => void;
}

/** However many people: only the rows in sight are drawn, and more are fetched as they are scrolled to. */
export function PeopleRows({ people, total, isMulti, onEnd, onAct }: Props) {
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(400);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => setHeight(box.current?.clientHeight ?? 400), []);
  const { first, last } = rowsInSight({ top, height, count: people.length });
  useEffect(() => {
    if (last >= people.length - 1 && people.length < total) onEnd();
  }, [last, people.length, total, onEnd]);
  return (
    <div
      ref={box}
      className={classes.rows}
      style={{ height: Math.min(people.length, 8) * ROW_HEIGHT }}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
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
