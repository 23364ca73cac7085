import { AppError } from '@tabiji/shared/errors.ts';
import type { Encoding } from '@tabiji/shared/api/imports.ts';
import iconv from 'iconv-lite';

/** Turns a file's bytes into text, piece by piece; characters may be cut between pieces. */
export interface Decoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

/** Shift_JIS is read as Microsoft's code page 932, which Japanese shop systems write (①, ㈱, 髙, ～). */
export function createDecoder(encoding: Encoding): Decoder {
  const decoder = iconv.getDecoder(encoding === 'utf-8' ? 'utf8' : 'cp932');
  let first = true;
  return {
    write(bytes) {
      const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      if (!first || text === '') return text;
      first = false;
      return text.startsWith('\uFEFF') ? text.slice(1) : text;
    },
    end: () => decoder.end() ?? '',
  };
}

/**
 * The encoding of a file that begins with `head`.
 * @throws AppError `invalid` for what is no text file: workbooks, UTF-16, binary data
 */
export function detectEncoding(head: Uint8Array): Encoding {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new AppError('invalid', 'This is an Excel workbook. Save it as "CSV UTF-8" and import that file.');
  }
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) {
    throw new AppError(
      'invalid',
      'This file is encoded as UTF-16. Save it as UTF-8 or Shift_JIS and import that file.',
    );
  }
  if (starts(0xef, 0xbb, 0xbf)) return 'utf-8';
  if (head.subarray(0, 4096).includes(0)) {
    throw new AppError(
      'invalid',
      'This is not a text file. Save the data as CSV (UTF-8 or Shift_JIS) and import that file.',
    );
  }
  return isUtf8(head) ? 'utf-8' : 'shift_jis';
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false; // TextDecoder offers no other way to ask
  }
}
