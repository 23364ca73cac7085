import { randomBytes } from 'node:crypto';

const ENDS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' } as const;

/** A name that nobody can guess; it says which workspace's the picture is. `7-5r0…q.png` */
export const newImageId = (workspaceId: number, type: keyof typeof ENDS): string =>
  `${workspaceId}-${randomBytes(16).toString('base64url')}.${ENDS[type]}`;

/** The workspace of a name; undefined for what is no name of a picture. */
export function workspaceOfImage(id: string): number | undefined {
  const found = /^([1-9]\d{0,8})-[\w-]{22}\.(png|jpg|gif|webp)$/.exec(id);
  return found ? Number(found[1]) : undefined;
}
