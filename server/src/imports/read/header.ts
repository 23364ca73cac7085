const NUMBER = /^[-+¥￥$]?\d[\d,]*(\.\d+)?$/;
const DATE = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/;
const CODE = /^[A-Za-z]{0,4}[-_]?\d{2,}$/;

/** Whether a cell looks like a value: number, date, address, code; never like the name of a column. */
const isValue = (cell: string) => {
  const text = cell.normalize('NFKC');
  return NUMBER.test(text) || DATE.test(text) || CODE.test(text) || text.includes('@');
};

/**
 * Whether the first row names the columns.
 * @param isName knows names of columns, such as 顧客ID
 */
export function guessHeader(rows: readonly (readonly string[])[], isName: (cell: string) => boolean): boolean {
  const first = rows[0];
  if (!first) return false;
  if (first.some(isName)) return !first.some((cell) => NUMBER.test(cell) || DATE.test(cell) || cell.includes('@'));
  if (first.some(isValue)) return false;
  const named = first.filter((cell) => cell !== '');
  return named.length === first.length && new Set(named).size === named.length;
}
