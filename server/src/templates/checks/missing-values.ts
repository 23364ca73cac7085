import { bareValues } from '../bare-values.ts';
import { lineAt } from '../mjml-source.ts';
import { advise, type Check } from './looked-at.ts';

/** A share below this is nobody one would meet. */
const FEW = 0.005;

/** Values that customers lack, where the mail does not say what stands there instead. */
export const checkMissing: Check = ({ subject, source, values }) => {
  const missing = new Map(values.map(({ path, missing: share }) => [path, share]));
  const told = (text: string, line: (name: string) => number) =>
    bareValues(text).flatMap((name) => {
      const share = missing.get(name) ?? 0;
      if (share < FEW) return [];
      const percent = share < 0.01 ? 1 : Math.round(share * 100);
      return [
        advise(
          'no_fallback',
          line(name),
          `{{ ${name} }} が空の人が約${percent}%います。空のときの言葉を入れてください（例: {{ ${name} | default: "お客様" }}）。`,
          `About ${percent}% have no {{ ${name} }}. Say what stands there for them: {{ ${name} | default: "friend" }}.`,
        ),
      ];
    });
  return [...told(subject, () => 0), ...told(source, (name) => lineAt(source, firstUse(source, name)))];
};

const firstUse = (source: string, name: string): number =>
  Math.max(
    0,
    [...source.matchAll(/\{\{-?\s*([\w.-]+)/g)].find(([, path]) => path === name)?.index ?? source.indexOf(name),
  );
