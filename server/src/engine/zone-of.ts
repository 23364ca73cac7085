import type { CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import type { Here } from '../db/in-workspace.ts';

/** The zone in which a journey counts days for a customer: their own, or the workspace's where the journey says so. */
export const zoneOf = ({ settings }: CompiledGraph, customerZone: string | null, here: Here): string =>
  settings.timeZone === 'workspace' ? here.zone : (customerZone ?? here.zone);
