import { pino, type Logger } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

/** Lines of JSON on standard output, without secrets. */
export function createLog(level: LogLevel): Log {
  const secrets = ['token', 'password', 'authorization', 'cookie', 'headers.authorization', 'headers.cookie'];
  return pino({ level, base: null, redact: { paths: secrets, censor: '***' } });
}
