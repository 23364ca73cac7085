import type { MailFigures, RefusalCount } from '@tabiji/shared/api/reports.ts';
import { isTold, stateOf, type FeedbackFacts } from '@tabiji/shared/sending/feedback.ts';
import type { MailCell } from './mail-cells.sql.ts';

export const NO_MAILS: MailFigures = {
  asked: 0,
  sent: 0,
  withheld: 0,
  failed: 0,
  unknown: 0,
  waiting: 0,
  reached: 0,
  bouncedHard: 0,
  bouncedSoft: 0,
  bouncedSender: 0,
  untold: 0,
  opened: 0,
  machineOpened: 0,
  clicked: 0,
  machineClicked: 0,
  complained: 0,
  goals: 0,
  unsubscribed: 0,
  orders: 0,
  revenue: 0,
};

type Figure = keyof MailFigures;
const FIGURES = Object.keys(NO_MAILS) as Figure[];

/** Adds what is known of some mails to figures. */
export function addTo(sum: MailFigures, more: Partial<MailFigures>): void {
  for (const figure of FIGURES) sum[figure] += more[figure] ?? 0;
}

const STATES = {
  sent: 'sent',
  skipped: 'withheld',
  cancelled: 'withheld',
  failed: 'failed',
  unknown: 'unknown',
  waiting: 'waiting',
} as const satisfies Record<MailCell['state'], Figure>;

const BOUNCES = { hard: 'bouncedHard', soft: 'bouncedSoft', sender: 'bouncedSender' } as const;

/** The figures of mails of which the same is known: one place says what counts as what. */
export function figuresOf({
  n,
  state,
  own,
  facts,
  bounce,
  goal,
}: Omit<MailCell, keyof Place | 'because'>): Partial<MailFigures> {
  const figures: Partial<MailFigures> = { asked: n, [STATES[state]]: n };
  if (state !== 'sent') return figures;
  figures[arrival(facts, own, bounce)] = n;
  const tell = (figure: Figure, isSo: boolean) => {
    if (isSo) figures[figure] = n;
  };
  tell('opened', isTold(facts, 'opened'));
  tell('machineOpened', !isTold(facts, 'opened') && isTold(facts, 'machine_opened'));
  tell('clicked', isTold(facts, 'clicked'));
  tell('machineClicked', !isTold(facts, 'clicked') && isTold(facts, 'machine_clicked'));
  tell('complained', isTold(facts, 'complained'));
  tell('goals', goal);
  return figures;
}

type Place = Pick<MailCell, 'journeyId' | 'node' | 'template' | 'day'>;

/** Any of these is a sign that a mail arrived: programs open mails too, but only mails that are there. */
export const SIGNS = ['delivered', 'opened', 'clicked', 'complained', 'machine_opened', 'machine_clicked'] as const;

function arrival(facts: FeedbackFacts, own: boolean, bounce: MailCell['bounce']): Figure {
  if (stateOf(facts) === 'bounced') return BOUNCES[bounce ?? 'soft'];
  return own || SIGNS.some((sign) => isTold(facts, sign)) ? 'reached' : 'untold';
}

/** Mails that were not handed over, by why, the most frequent reason first. */
export function refusalsOf(cells: readonly MailCell[]): RefusalCount[] {
  const counts = new Map<string, RefusalCount>();
  for (const { state, because, n } of cells) {
    if (state === 'sent' || state === 'waiting') continue;
    const known = counts.get(`${state}:${because}`) ?? { state, because, mails: 0 };
    counts.set(`${state}:${because}`, { ...known, mails: known.mails + n });
  }
  return [...counts.values()].toSorted((a, b) => b.mails - a.mails || (a.because < b.because ? -1 : 1));
}
