import { SenderKey } from '../sending/sender.ts';
import type { Json } from '../json.ts';
import type { ConfigProblem, Surroundings } from './define-node.ts';
import { type Field, textOf } from './field.ts';

/** In whose name a node's mails go; left out: the mail's own sender, or the default one. */
export const SenderChoice = SenderKey.optional().describe(
  'key of the sender; left out: the mail’s own, or the default',
);

export const senderField: Field = {
  ja: '送信元',
  en: 'Sender',
  say: (value, _, names) => names.sender?.(textOf(value)) ?? textOf(value),
};

/** The same configuration with another sender, or with none of its own. */
export function withSender<Config extends { sender?: string | undefined }>(config: Config, sender: string | undefined) {
  const { sender: _, ...rest } = config;
  return sender === undefined ? rest : { ...rest, sender };
}

/** A sender that is not there, or that is retired; one press leaves the choice to the default one. */
export function senderProblems<Config extends { sender?: string | undefined }>(
  config: Config,
  { senders }: Surroundings,
): ConfigProblem[] {
  const { sender, ...rest } = config;
  if (sender === undefined || !senders || senders.has(sender)) return [];
  return [
    {
      code: 'E14',
      severity: 'error',
      path: 'sender',
      message: {
        ja: `送信元「${sender}」は使えません（ないか、使うのをやめています）。`,
        en: `The sender “${sender}” cannot be used: it does not exist, or is retired.`,
      },
      fix: { label: { ja: '既定の送信元にする', en: 'Use the default sender' }, path: '', value: rest as Json },
    },
  ];
}
