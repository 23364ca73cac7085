import { existsSync } from 'node:fs';
import path from 'node:path';
import { environment } from './environment.ts';

const folder = environment.testData ?? path.resolve(import.meta.dirname, '../../../shared/data');

/** A file of real purchases, or why it is not here: `test.skipIf(!purchases.file)(…)`, `ctx.skip(purchases.missing)`. */
export function testData(name: string): { file: string; missing?: undefined } | { file?: undefined; missing: string } {
  const file = path.join(folder, name);
  if (existsSync(file)) return { file };
  return { missing: `${file} is not here; set TABIJI_TEST_DATA to the folder that holds ${name}` };
}
