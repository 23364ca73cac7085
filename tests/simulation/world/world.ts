import type { Provider } from '@tabiji/shared/api/workspace.ts';
import type { Paces } from '@tabiji/shared/sending/pace.ts';
import type { SendingRules } from '@tabiji/shared/sending/rules.ts';
import type { Clockwork } from '../clockwork.ts';
import type { MemoryDatabase } from '@tabiji/server/simulation/memory/database.ts';
import type { Mutant } from '../mutants/mutant.ts';
import type { Random } from '../random.ts';
import type { Faults } from './faults.ts';
import type { EventLog } from './log.ts';

/** What everything in one simulation shares. */
export interface World {
  readonly seed: number;
  readonly clockwork: Clockwork;
  readonly db: MemoryDatabase;
  readonly random: Random;
  readonly faults: Faults;
  readonly log: EventLog;
  /** Of the workspace. */
  readonly zone: string;
  readonly provider: Provider;
  readonly rules: SendingRules;
  readonly paces: Paces;
  /** How many transactions can be interrupted at every statement. */
  readonly grain: number;
  /** What is broken on purpose. */
  readonly mutant: Mutant;
  /** A rule is broken. */
  readonly broken: (rule: string, detail: string) => void;
}
