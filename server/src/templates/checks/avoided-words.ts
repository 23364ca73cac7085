import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import type { AvoidedWord } from '@tabiji/shared/sending/avoided-words.ts';
import { lineAt } from '../mjml-source.ts';
import { LEGAL_WORDS } from './legal-words.ts';
import { advise, type Check } from './looked-at.ts';
import { textsIn } from './texts-in.ts';

/** Words that the law or the shop itself would rather not read, each once, where it stands first. */
export const checkAvoidedWords: Check = ({ subject, preheader, source, html, avoidedWords }) => {
  const places = [
    { text: folded(subject), line: 0 },
    { text: folded(preheader), line: 0 },
    ...textsIn(html).map(({ text, offset }) => ({
      text: folded(text),
      line: offset === undefined ? 1 : lineAt(source, offset),
    })),
  ];
  const firstLine = (word: string) => places.find(({ text }) => text.includes(folded(word)))?.line;
  const found = (word: string, finding: (line: number) => MailFinding): MailFinding[] => {
    const line = firstLine(word);
    return line === undefined ? [] : [finding(line)];
  };
  return [
    ...avoidedWords.flatMap((one) => found(one.word, (line) => ownFinding(one, line))),
    ...LEGAL_WORDS.flatMap(({ words, why }) =>
      words.flatMap((word) =>
        found(word, (line) =>
          advise('legal_word', line, `「${word.trim()}」：${why.ja}。`, `“${word.trim()}”: ${why.en}.`),
        ),
      ),
    ),
  ];
};

const ownFinding = ({ word, instead }: AvoidedWord, line: number): MailFinding =>
  advise(
    'avoided_word',
    line,
    `「${word}」は使わないことにしている言葉です。${instead ? `「${instead}」などに言い換えてください。` : ''}`,
    `The shop avoids “${word}”.${instead ? ` Say “${instead}”, for example.` : ''}`,
  );

/** Width, capitals and blanks make no difference. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
