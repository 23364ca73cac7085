import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { ReadOptions } from './detect.ts';
import { LIMITS, type Row } from './row.ts';
import { openRows } from './rows.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(content: string | Uint8Array, options: ReadOptions = {}, size = 7) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const { detected, rows } = await openRows(inPieces(bytes, size), options);
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  const good = found.filter(({ broken }) => broken === null);
  return {
    detected,
    cells: good.map(({ cells }) => [...cells]),
    lines: good.map(({ line }) => line),
    broken: found.flatMap(({ line, broken }) => (broken ? [[line, broken.en.split('.')[0]]] : [])),
  };
}

describe('a file as it comes', () => {
  test('comma, header, LF', async () => {
    const { detected, cells, lines } = await read('customer,date,amount\na,2026-04-01,100\nb,2026-04-02,200\n');
    expect(detected).toMatchObject({ delimiter: 'comma', header: true, encoding: 'utf-8' });
    expect(detected.names).toEqual(['customer', 'date', 'amount']);
    expect(cells).toEqual([
      ['a', '2026-04-01', '100'],
      ['b', '2026-04-02', '200'],
    ]);
    expect(lines).toEqual([2, 3]);
  });

  test('leading blanks, runs of blanks, CRLF and a header, as old data sets have them', async () => {
    const { detected, cells } = await read(
      ' customer_id  date number_of_cds  dollar_value\r\n 00001 19970101  1   11.77\r\n 00002 19970112  1   12.00\r\n',
    );
    expect(detected).toMatchObject({ delimiter: 'whitespace', header: true });
    expect(detected.names).toEqual(['customer_id', 'date', 'number_of_cds', 'dollar_value']);
    expect(cells[1]).toEqual(['00002', '19970112', '1', '12.00']);
  });

  test('without a header all rows are values', async () => {
    const { detected, cells, lines } = await read('a1\t2026-04-01\t5\nb2\t2026-04-02\t6');
    expect(detected).toMatchObject({ delimiter: 'tab', header: false, names: ['1', '2', '3'] });
    expect(cells).toHaveLength(2);
    expect(lines).toEqual([1, 2]);
  });

  test('what is said beforehand wins over what would be detected', async () => {
    const { cells } = await read('name;x\nb;y', { header: false, delimiter: 'comma' });
    expect(cells).toEqual([['name;x'], ['b;y']]);
  });

  test('UTF-8 with a byte order mark, cut anywhere between pieces', async () => {
    for (const size of [1, 2, 3, 5, 1000]) {
      const { detected, cells } = await read('\uFEFF顧客ID,姓\nA1,髙橋\n', {}, size);
      expect(detected.names).toEqual(['顧客ID', '姓']);
      expect(cells).toEqual([['A1', '髙橋']]);
    }
  });

  test('Shift_JIS with the characters of code page 932', async () => {
    const text = '顧客ID,姓,会社\nA1,髙橋,㈱山﨑①\nA2,表示,～―\n';
    for (const size of [1, 3, 1000]) {
      const { detected, cells } = await read(iconv.encode(text, 'cp932'), {}, size);
      expect(detected.encoding).toBe('shift_jis');
      expect(cells).toEqual([
        ['A1', '髙橋', '㈱山﨑①'],
        ['A2', '表示', '～―'],
      ]);
    }
  });

  test('semicolons, and commas that only group thousands', async () => {
    expect((await read('id;amount\na;1,234\nb;5,678')).detected.delimiter).toBe('semicolon');
    expect((await read('a1 20260401 1,234\nb1 20260402 5,678')).detected.delimiter).toBe('whitespace');
    expect((await read('id\tnote\na\tx,y\nb\tz,w')).detected.delimiter).toBe('tab');
  });

  test('lines that end with CR alone', async () => {
    expect((await read('id,amount\ra,1\rb,2\r')).cells).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });

  test('blank lines and rows without any value are no rows, but count as lines', async () => {
    const { cells, lines } = await read('id,n\n\na,1\n,,\n   \nb,2\n\u001A');
    expect(cells).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
    expect(lines).toEqual([3, 6]);
  });

  test('ragged rows come as they are', async () => {
    expect((await read('id,n,m\na,1\nb,2,3,4\n')).cells).toEqual([
      ['a', '1'],
      ['b', '2', '3', '4'],
    ]);
  });
});

describe('quotes', () => {
  test('delimiters, doubled quotes and line breaks inside cells; line numbers stay true', async () => {
    const { cells, lines } = await read('id,note\n"a","x, ""y""\r\nz"\n b , "c" \nd,24" monitor\n');
    expect(cells).toEqual([
      ['a', 'x, "y"\r\nz'.replace('\r', '')],
      ['b', 'c'],
      ['d', '24" monitor'],
    ]);
    expect(lines).toEqual([2, 4, 5]);
  });

  test('a quote never closed loses its row only', async () => {
    const { cells, broken } = await read('id,note\na,"open\nb,2\nc,3\n');
    expect(broken).toEqual([[2, 'A quote " is opened and never closed']]);
    expect(cells).toEqual([
      ['b', '2'],
      ['c', '3'],
    ]);
  });

  test('text behind a closed quote', async () => {
    const { cells, broken } = await read('id,note\n"a"x,1\nb,2\n');
    expect(broken.map(([line]) => line)).toEqual([2]);
    expect(cells).toEqual([['b', '2']]);
  });

  test('a file whose quotes never match is refused as a whole, soon', async () => {
    const hostile = 'a","\n'.repeat(2_000_000);
    const started = performance.now();
    await expect(read(hostile, { delimiter: 'comma', header: false }, 65_536)).rejects.toThrow(/never closed/);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('bombs', () => {
  test('a row longer than 1 MB is refused with its line, the rest is read', async () => {
    const long = 'x'.repeat(LIMITS.rowCharacters + 10);
    const { cells, broken } = await read(`id,n\na,1\n${long},2\nb,"${long}"\nc,3\n`, {}, 65_536);
    expect(broken.map(([line]) => line)).toEqual([3, 4]);
    expect(cells).toEqual([
      ['a', '1'],
      ['c', '3'],
    ]);
  });

  test('more than 500 columns', async () => {
    const { broken } = await read(`id,n\n${','.repeat(600)}x\na,1\n`, { delimiter: 'comma' });
    expect(broken).toEqual([[2, 'The row has more than 500 columns']]);
  });

  test('bytes that are no characters', async () => {
    const bytes = Buffer.concat([
      Buffer.from('id,n\na,1\n'),
      Buffer.from([0x62, 0x2c, 0xff, 0x0a]),
      Buffer.from('c,3\n'),
    ]);
    const { cells, broken } = await read(bytes, { encoding: 'utf-8' });
    expect(broken.map(([line]) => line)).toEqual([3]);
    expect(cells).toHaveLength(2);
  });
});

describe('what is no table', () => {
  const files: [string, Uint8Array, RegExp][] = [
    ['an empty file', Buffer.from(''), /empty/],
    ['blank lines', Buffer.from('\n\n  \n'), /no rows/],
    ['a workbook', Buffer.from('PK\u0003\u0004rest'), /Excel/],
    ['UTF-16', Buffer.from('\uFEFFid', 'utf16le'), /UTF-16/],
    ['binary data', Buffer.from([1, 2, 0, 3]), /not a text file/],
  ];
  test.each(files)('%s', async (_name, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });
});
