import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import type { Order } from '@tabiji/shared/api/facts.ts';
import type { ImportOptions } from '@tabiji/shared/api/imports.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { openFacts } from '../imports/open-facts.ts';
import { missingFields } from '../imports/map-columns.ts';

/** A purchase of the past. */
export interface HistoricOrder {
  order: Order;
  at: Millis;
}

export interface History {
  /** Ascending by time; at equal times in the order of the file. */
  orders: HistoricOrder[];
  /** Decimals of the amounts: 11.77 is kept as 1177 with 2. */
  decimals: number;
}

/** They are held in memory, to be put in order of time. */
const MOST_ORDERS = 2_000_000;
/** When and who is enough to replay a journey that does not ask how much. */
const WITHOUT_AMOUNT = { amount: 0 };
const USUAL = ['customer', 'at', 'quantity', 'amount'];

/**
 * Reads a file of purchases; what the options leave open is detected. Without a header the columns are
 * customer, at, quantity, amount.
 * @throws AppError `invalid` naming the line of the first row that cannot be read
 */
export async function readOrders(file: string, options: ImportOptions, zone: string): Promise<History> {
  await access(file).catch((cause: unknown) => {
    throw new AppError('not_found', `There is no file "${file}" that can be read.`, { cause });
  });
  const columns = options.columns ?? (await usualColumns(file, options, zone));
  const opened = await openFacts(createReadStream(file), 'orders', { ...options, columns }, zone, WITHOUT_AMOUNT);
  const [missing] = missingFields('orders', opened.detected, [...opened.mapping, 'amount'], options);
  if (missing) throw new AppError('invalid', `${file}: ${missing.en}`);
  const orders: HistoricOrder[] = [];
  for await (const row of opened.parsed) {
    if (row.fact === null) throw new AppError('invalid', `${file}, line ${row.line}: ${row.reason.en}`);
    if (row.fact.type !== 'order' || row.fact.at === undefined)
      throw new AppError('invalid', `${file}, line ${row.line}: the purchase has no date.`);
    if (orders.length === MOST_ORDERS)
      throw new AppError(
        'too_large',
        `${file} holds more than ${MOST_ORDERS.toLocaleString('en')} purchases. Replay a part of it.`,
      );
    const id = row.key === null ? row.fact.id : `row ${orders.length + 1}`;
    orders.push({ order: { ...row.fact, id }, at: Date.parse(row.fact.at) });
  }
  orders.sort((a, b) => a.at - b.at); // stable: the order of the file stays at equal times
  return { orders, decimals: opened.decimals };
}

/** Columns of a file that does not name them; undefined where it does. */
async function usualColumns(file: string, options: ImportOptions, zone: string): Promise<string[] | undefined> {
  const stream = createReadStream(file);
  try {
    const { detected } = await openFacts(stream, 'orders', options, zone);
    return detected.header ? undefined : USUAL.slice(0, detected.names.length);
  } finally {
    stream.destroy();
  }
}
