import { Person } from '@tabiji/shared/api/drafts.ts';
import { createStore } from 'zustand/vanilla';

const KEY = 'tabiji.person';
const TAB = 'tabiji.tab';

/** Random; `crypto.randomUUID` is not there without https. */
const freshId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Who works here: a name kept in this browser, an id of the browser's. There is no login yet; this file and its
 * counterpart on the server (`http/person-of.ts`) are what one replaces.
 */
export const person = createStore<Person>(readPerson);

/** Gives this browser's person another name; '' takes it away. */
export function rename(name: string): void {
  person.setState({ name: name.trim().slice(0, 60) });
  store(() => localStorage.setItem(KEY, JSON.stringify(person.getState())));
}

let tab = freshId();

/** This window, and the same after it was loaded again. */
export const tabId = (): string => tab;

/** What every request says of who sends it. */
export const personHeader = (): string => new URLSearchParams({ ...person.getState(), tab }).toString();

/**
 * Finds out which window this is. A window that was duplicated has its original's memory, but not its lock.
 * Where there are no locks (plain http) every load is a new window.
 */
export async function startPerson(): Promise<void> {
  const known = store(() => sessionStorage.getItem(TAB));
  if (known && (await holdAs(known))) tab = known;
  else await holdAs(tab);
  store(() => sessionStorage.setItem(TAB, tab));
}

const lockName = (id: string) => `tabiji.tab ${id}`;

/** Holds the lock of a window until it is closed; false when another one has it. */
function holdAs(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(false);
  return new Promise((resolve) => {
    void navigator.locks.request(lockName(id), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => undefined) : undefined; // until the window closes
    });
  });
}

/** Windows of this browser that are open now. */
export async function openTabs(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set([tab]);
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(lockName('')) ? name.slice(lockName('').length) : [])));
}

function readPerson(): Person {
  const known = Person.safeParse(store(() => JSON.parse(localStorage.getItem(KEY) ?? 'null') as unknown));
  if (known.success) return known.data;
  const fresh = { id: freshId(), name: '' };
  store(() => localStorage.setItem(KEY, JSON.stringify(fresh)));
  return fresh;
}

/** A browser may refuse to keep anything; then the person lasts as long as the page. */
function store<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
