import { isCode, isTest, type Finding, type SourceFile } from '../source-files.ts';

const STOP = 300;

const linesOf = (file: SourceFile) => file.text.trimEnd().split('\n').length;
const isWritten = ({ path }: SourceFile) => !path.startsWith('migrations/') && !path.includes('.generated.');

/** No file over 300 lines. */
export function tooLong(files: SourceFile[]): Finding[] {
  return files
    .filter((file) => (isCode(file) || file.path.endsWith('.css')) && isWritten(file) && linesOf(file) > STOP)
    .map((file) => ({ path: file.path, message: `has ${linesOf(file)} lines; split it, ${STOP} is the most` }));
}

/** The figures that STYLE.md sets the budget for: median up to 60, nine of ten files up to 150. */
export function figures(files: SourceFile[]): string {
  const lengths = files
    .filter((file) => isCode(file) && !isTest(file) && isWritten(file))
    .map(linesOf)
    .toSorted((a, b) => a - b);
  const at = (share: number) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
  return `${lengths.length} files: median ${at(0.5)} lines (60), p90 ${at(0.9)} (150), longest ${at(1)} (${STOP})`;
}
