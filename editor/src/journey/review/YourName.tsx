import { useState } from 'react';
import { useStore } from 'zustand';
import { person } from '../../person/person.ts';
import { PersonForm } from '../../person/PersonForm.tsx';

/** Asks for one's name before one speaks; nothing once it is known. */
export function YourName() {
  const name = useStore(person, (state) => state.name);
  const [isDone, setDone] = useState(name !== '');
  return isDone ? null : <PersonForm isAside onDone={() => setDone(true)} />;
}
