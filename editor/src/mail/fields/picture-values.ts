import type { ImageRow } from '@tabiji/shared/api/images.ts';

/** A mail is no wider; what has no width of its own fills its column. */
const WIDEST = 600;

/**
 * What a block says once a picture is chosen for one of its fields: its address, and, where the block has fields for them
 * that nobody has filled in, its description and its size (half its pixels, since it is kept for fine screens).
 */
export function pictureValues(
  field: string,
  values: Readonly<Record<string, unknown>>,
  { url, alt, width }: Pick<ImageRow, 'url' | 'alt' | 'width'>,
): Record<string, unknown> {
  const shown = Math.ceil(width / 2);
  return {
    [field]: url,
    ...(isOpen(values['alt']) && alt !== '' && { alt }),
    ...(values['width'] === '' && shown < WIDEST && { width: `${shown}px` }),
  };
}

const isOpen = (text: unknown): boolean => typeof text === 'string' && /^(【[^】]*】)?$/.test(text.trim());
