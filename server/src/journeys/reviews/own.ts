import type { Person } from '@tabiji/shared/api/drafts.ts';
import type { ApprovalRow, Somebody } from './approvals.sql.ts';

/** Whether somebody asked for a review themselves, or drew last what it is about. Browsers are known by id, programs by name. */
export const isOwn = (who: Somebody, asked: Pick<ApprovalRow, 'by_id' | 'by_name'>, author: Person | null): boolean =>
  isSame(who, { id: asked.by_id, name: asked.by_name }) || (author !== null && isSame(who, author));

const isSame = (one: Somebody, other: Somebody): boolean =>
  one.id !== null && other.id !== null ? one.id === other.id : one.name !== null && one.name === (other.name || null);
