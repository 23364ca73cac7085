import { databaseMutants } from './database-mutants.ts';
import type { Mutant } from './mutant.ts';
import { requestMutants } from './request-mutants.ts';
import { sendingMutants } from './sending-mutants.ts';

/** Every bug that is planted, by what it does. The simulation must find each of them. */
export const MUTANTS: Readonly<Record<string, Mutant>> = { ...databaseMutants, ...sendingMutants, ...requestMutants };
