import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import type { Locale } from '@tabiji/shared/locale.ts';

/** Findings of the server on their lines of the source, from the first letter to the last. */
export const diagnosticsOf = (findings: readonly MailFinding[], doc: Text, locale: Locale): Diagnostic[] =>
  findings
    .filter(({ line }) => line > 0)
    .map(({ line, severity, text }): Diagnostic => {
      const at = doc.line(Math.min(line, doc.lines));
      const indent = at.text.length - at.text.trimStart().length;
      return { from: at.from + (indent < at.length ? indent : 0), to: at.to, severity, message: text[locale] };
    })
    .toSorted((a, b) => a.from - b.from);
