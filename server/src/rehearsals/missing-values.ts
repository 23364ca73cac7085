import { bareValues } from '../templates/bare-values.ts';
import type { CompiledTemplate } from '../templates/render-liquid.ts';
import type { MailValues } from '../templates/values.ts';

/** What a mail says of this customer although it is empty, and without other words for that. Paths such as `customer.lastName`. */
export const missingValues = ({ subject, html }: CompiledTemplate, values: MailValues): string[] =>
  bareValues(`${subject}\n${html}`).filter((path) => isEmpty(valueAt(values, path)));

const valueAt = (values: MailValues, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), values);

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';
