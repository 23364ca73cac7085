import type { JourneySettings } from '../journey/graph.ts';
import type { Hours } from './earliest.ts';
import type { SendingRules } from './rules.ts';
import type { TopicRule } from './topics.ts';

/** By which rules a letter's hour is judged. */
export interface HoursFor {
  rules: SendingRules;
  settings: JourneySettings;
  /** The customer's zone, or the workspace's where it is not known. */
  own: string;
  workspace: string;
  topic: Pick<TopicRule, 'kind'>;
}

/** What a letter's hour is judged by: a journey's own hours stand in for the workspace's, and blackout is for promotions. */
export const hoursOf = ({ rules, settings, own, workspace, topic }: HoursFor): Hours => ({
  quietHours: settings.quietHours ?? rules.quietHours,
  quietZone: own,
  sendWindow: settings.sendWindow ?? rules.sendWindow,
  windowZone: settings.timeZone === 'workspace' ? workspace : own,
  blackout: rules.blackout && topic.kind === 'marketing' ? { days: rules.blackout, zone: workspace } : undefined,
});
