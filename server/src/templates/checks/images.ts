import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import { lineAt } from '../mjml-source.ts';
import { advise, type Check } from './looked-at.ts';

const IMAGE = /<(mj-image|mj-carousel-image|img)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;

/** Images that say nothing to those who do not see them, come unencrypted, or from nowhere. */
export const checkImages: Check = ({ source }) =>
  [...source.matchAll(IMAGE)].flatMap(({ 2: attributes = '', index }): MailFinding[] => {
    const line = lineAt(source, index);
    const src = valueOf(attributes, 'src') ?? '';
    const found: MailFinding[] = [];
    if (valueOf(attributes, 'alt') === undefined) found.push(noAlt(line));
    if (src === '') found.push(noSource(line));
    if (/^http:\/\/(?!127\.0\.0\.1|localhost)/i.test(src)) found.push(notEncrypted(line));
    if (/^(\/|data:)/i.test(src)) found.push(notPublic(line));
    return found;
  });

const valueOf = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? (found[1] ?? found[2] ?? '').trim() : undefined;
};

const noAlt = (line: number) =>
  advise(
    'image_alt',
    line,
    '画像に代替テキスト（alt）がありません。画像を表示しない人にも伝わる言葉を入れてください。飾りなら alt="" にします。',
    'This image has no alt text. Say in words what it shows, or alt="" where it only decorates.',
  );
const noSource = (line: number) =>
  advise('image_source', line, '画像が選ばれていません。', 'No image has been chosen here.');
const notEncrypted = (line: number) =>
  advise('http_image', line, '画像のアドレスを https:// にしてください。', 'Load this image from an https:// address.');
const notPublic = (line: number) =>
  advise(
    'image_address',
    line,
    '画像のアドレスは https:// から書いてください。メールからは開けません。',
    'Write this image’s address from https:// on; mails cannot open it otherwise.',
  );
