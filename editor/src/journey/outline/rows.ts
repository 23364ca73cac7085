import { routeId } from '../layout/routes.ts';
import type { Item } from './items.ts';

/** A line as it is shown: where it stands in the tree, as assistive technology counts. */
export interface Row {
  key: string;
  item: Item;
  level: number;
  /** Its place among its brothers, from 1, and how many they are. */
  place: number;
  siblings: number;
  /** Undefined where nothing lies under it. */
  isOpen: boolean | undefined;
  /** Key of the line it lies under. */
  parent: string | undefined;
}

/** All lines that can be seen, from top to bottom; `folded` has the routes of branches that are closed. */
export function rowsOf(items: readonly Item[], folded: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  const add = (list: readonly Item[], level: number, parent: string | undefined) => {
    list.forEach((item, i) => {
      const key = keyOf(item);
      const children = 'children' in item ? item.children : [];
      const isOpen = children.length === 0 ? undefined : !(item.kind === 'branch' && folded.has(routeId(item.from)));
      rows.push({ key, item, level, place: i + 1, siblings: list.length, isOpen, parent });
      if (isOpen) add(children, level + 1, key);
    });
  };
  add(items, 1, undefined);
  return rows;
}

/** Names a line for as long as it means the same. */
export function keyOf(item: Item): string {
  switch (item.kind) {
    case 'node':
      return nodeKey(item.id);
    case 'jump':
      return `jump ${item.id}`;
    case 'loose':
      return 'loose';
    case 'branch':
      return `branch ${routeId(item.from)}`;
    case 'link':
    case 'end':
      return `way ${routeId(item.from)}`;
  }
}

export const nodeKey = (id: string): string => `node ${id}`;

/** Routes of the branches that must be open for a node's line to be seen. */
export function branchesAround(items: readonly Item[], id: string): string[] {
  const path: string[] = [];
  const find = (list: readonly Item[]): boolean =>
    list.some((item) => {
      if (item.kind === 'node' && item.id === id) return true;
      if (!('children' in item) || !find(item.children)) return false;
      if (item.kind === 'branch') path.push(routeId(item.from));
      return true;
    });
  find(items);
  return path;
}
