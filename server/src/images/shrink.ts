import { AppError } from '@tabiji/shared/errors.ts';
import sharp, { type Sharp } from 'sharp';
import { sniff } from './sniff.ts';

/** Twice what mails show, for fine screens: a column or the whole width. */
const WIDTHS = { usual: 1200, wide: 2400 } as const;
/** What unpacks to more than this is no picture of a mail. */
const MOST_PIXELS = 40_000_000;

export interface Shrunk {
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  content: Buffer;
  width: number;
  height: number;
}

/**
 * A picture made fit for mails: its kind found in its content, no wider than can be seen, upright, without what cameras
 * write about places. Animations stay animations. WebP becomes PNG or JPEG, which every mail program shows.
 * @throws AppError `refused` for anything but a picture of these kinds
 */
export async function shrink(content: Buffer, { wide = false } = {}): Promise<Shrunk> {
  const kind = sniff(content);
  if (!kind) throw new AppError('refused', 'Only PNG, JPEG, GIF and WebP pictures can be used in mails.');
  try {
    const picture = sharp(content, {
      animated: kind === 'gif',
      limitInputPixels: MOST_PIXELS,
      failOn: 'error',
    }).rotate();
    const { hasAlpha, width: before } = await picture.metadata();
    const most = wide ? WIDTHS.wide : WIDTHS.usual;
    const sized = before > most ? picture.resize({ width: most }) : picture;
    const form = kind === 'webp' ? (hasAlpha ? 'png' : 'jpeg') : kind;
    const { data, info } = await inForm(sized, form).toBuffer({ resolveWithObject: true });
    return { type: `image/${form}`, content: data, width: info.width, height: info.pageHeight ?? info.height };
  } catch (error) {
    throw new AppError('refused', 'This picture is damaged or far too large. Save it anew and try again.', {
      cause: error,
    });
  }
}

function inForm(picture: Sharp, form: 'png' | 'jpeg' | 'gif'): Sharp {
  if (form === 'png') return picture.png({ compressionLevel: 9, palette: false });
  return form === 'gif'
    ? picture.gif()
    : picture.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true });
}
