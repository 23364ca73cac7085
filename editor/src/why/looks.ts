import type { WhyLine } from '@tabiji/shared/api/why.ts';
import { LOOKS, type Look } from '../looks.ts';

const { entered, step, held, mail, ended } = LOOKS;

/** Icon and colour of each kind of line. */
export const WHY_LOOKS: Readonly<Record<WhyLine['kind'], Look>> = { entered, step, held, letter: mail, ended };
