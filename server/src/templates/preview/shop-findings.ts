import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import type { Utm } from '@tabiji/shared/api/mail-settings.ts';
import type { Here } from '../../db/in-workspace.ts';
import { advise, short } from '../checks/looked-at.ts';
import type { TemplateSource } from '../check-template.ts';
import { dutyProblems, type Speaker } from '../display-duty.ts';
import type { CompiledTemplate } from '../render-liquid.ts';

const LINK = /<a\b[^>]*?\shref="(https?:\/\/[^"{]+)"/gi;

/** Where links lead that do not say where a visit comes from, although the workspace wants it said; each host once. */
export function hostsWithoutUtm(html: string, utm: Utm | null): string[] {
  if (!utm) return [];
  const bare = [...html.matchAll(LINK)].map(([, href = '']) => href).filter((href) => !/[?&;]utm_\w+=/i.test(href));
  return [...new Set(bare.flatMap((href) => (URL.canParse(href) ? [new URL(href).hostname] : [])))];
}

/** What a promotional mail must show and this one does not, and links that no statistics will know. */
export function shopFindings(
  compiled: CompiledTemplate,
  source: TemplateSource,
  { here, utm, speaker }: { here: Here; utm: Utm | null; speaker: Speaker },
): MailFinding[] {
  const duties = dutyProblems(compiled, source, here, speaker).map(({ line, text }) =>
    advise('identity', line, `販促のメールなら、${text.ja}`, `If this mail promotes anything: ${text.en}`),
  );
  const hosts = hostsWithoutUtm(compiled.html, utm);
  if (hosts.length === 0) return duties;
  const named = short(hosts.join(', '), 60);
  return [
    ...duties,
    advise(
      'no_utm',
      1,
      `utm の付かないリンクがあります（${named}）。見た目の設定で、付ける宛先に加えられます。`,
      `Some links carry no utm parameters (${named}). The look of mails says which hosts get them.`,
    ),
  ];
}
