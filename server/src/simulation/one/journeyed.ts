import type { Simulate } from '@tabiji/shared/api/simulate.ts';
import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { NamesOf } from '@tabiji/shared/nodes/define-node.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { z } from 'zod';
import type { OnWritten } from '../../messages/providers/letters.ts';
import type { Scene } from '../scene/load-scene.ts';
import { MADE_UP, type Someone } from './traveller.ts';

export type Asked = z.output<typeof Simulate>;

/** A simulation whose instants are known. */
export interface Journeyed {
  asked: Asked;
  scene: Scene;
  someone: Exclude<Someone, { problem: unknown }>;
  trigger: Trigger;
  enterAt: Millis;
  until: Millis;
  names: Readonly<Record<Locale, NamesOf>>;
  url: string;
  /** Hears of the mails that are written. */
  onWritten?: OnWritten | undefined;
}

/** By what somebody is known inside a simulation. */
export const knownAs = (someone: Journeyed['someone']) =>
  'records' in someone
    ? { id: someone.records.customer.id, externalId: someone.records.customer.external_id }
    : MADE_UP;
