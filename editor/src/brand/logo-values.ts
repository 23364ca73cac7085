import type { ImageRow } from '@tabiji/shared/api/images.ts';
import type { Brand } from '@tabiji/shared/api/mail-settings.ts';

/** What a brand says once a picture is chosen as its logo; a description that somebody has written stays. */
export const logoValues = (
  { logoAlt }: Pick<Brand, 'logoAlt'>,
  { url, alt }: Pick<ImageRow, 'url' | 'alt'>,
): Partial<Brand> => ({ logo: url, ...(logoAlt.trim() === '' && alt !== '' && { logoAlt: alt.slice(0, LONGEST) }) });

const LONGEST = 200;
