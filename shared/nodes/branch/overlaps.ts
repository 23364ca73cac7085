import { implies } from '../../conditions/implies.ts';
import { leavesOf } from '../../conditions/parts.ts';
import type { ConfigProblem } from '../define-node.ts';
import type { Branch } from './node.ts';

/** Ports that nobody reaches, because everybody who meets their condition goes by an earlier one. */
export function overlaps({ branches }: Branch): ConfigProblem[] {
  return branches.flatMap(({ when, port, label = port }, later): ConfigProblem[] => {
    if (leavesOf(when).length === 0) return [];
    const earlier = branches.findIndex(
      (other, i) => i < later && leavesOf(other.when).length > 0 && implies(when, other.when),
    );
    const first = branches[earlier];
    if (!first) return [];
    const name = first.label ?? first.port;
    const isSame = implies(first.when, when);
    return [
      {
        code: 'W01',
        severity: 'warning',
        path: `branches.${later}.when`,
        message: {
          ja: `条件が重なっています。上から順に判定するので、「${label}」に当てはまる人は全員「${name}」へ進みます。`,
          en: `Conditions overlap; the first match wins, so everybody who fits “${label}” goes by “${name}”.`,
        },
        ...(!isSame && {
          fix: {
            label: { ja: '先に判定する', en: 'Judge it first' },
            path: 'branches',
            value: [
              ...branches.slice(0, earlier),
              branches[later]!,
              ...branches.slice(earlier).filter((_, i) => i + earlier !== later),
            ],
          },
        }),
      },
    ];
  });
}
