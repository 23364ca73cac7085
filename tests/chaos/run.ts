import { parseArgs } from 'node:util';
import { chaos } from './chaos.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    crashes: { type: 'string' },
    commits: { type: 'string' },
    customers: { type: 'string' },
    workers: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    json: { type: 'boolean', default: false },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const whole = (name: string, text: string): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new Error(`--${name} is "${text}", but must be a whole number.`);
};
const kills = whole('kills', values.kills);
const report = await chaos({
  kills,
  crashes: whole('crashes', values.crashes ?? String(Math.ceil(kills / 20))),
  commits: whole('commits', values.commits ?? String(Math.ceil(kills / 2))),
  customers: whole('customers', values.customers ?? String(kills * 20)),
  workers: whole('workers', values.workers),
  seed: whole('seed', values.seed),
  tell: (line) => values.json || say(line),
});
say(JSON.stringify(report, undefined, values.json ? undefined : 2));
process.exitCode = report.lost + report.advanced_twice + report.duplicates === 0 ? 0 : 1;
