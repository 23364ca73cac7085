/** One line of a comparison; `skip` stands for as many equal lines as its text says. */
export interface DiffLine {
  sign: '+' | '−' | ' ' | 'skip';
  text: string;
}

/** Equal lines shown around what differs. */
const AROUND = 2;
/** Beyond this many cells lines are not matched any more: the middle is shown as replaced. */
const MOST_CELLS = 4_000_000;

/** Two texts line by line (longest common subsequence), long equal stretches folded. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const same = (lines: readonly string[]) => lines.map((text): DiffLine => ({ sign: ' ', text }));
  return folded([
    ...same(a.slice(0, head)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(a.slice(a.length - tail)),
  ]);
}

function middle(a: readonly string[], b: readonly string[]): DiffLine[] {
  if (a.length * b.length > MOST_CELLS) return [...a.map(gone), ...b.map(come)];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      lines.push({ sign: ' ', text: a[i]! });
      i++;
      j++;
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) lines.push(gone(a[i++]!));
    else lines.push(come(b[j++]!));
  }
  return [...lines, ...a.slice(i).map(gone), ...b.slice(j).map(come)];
}

const gone = (text: string): DiffLine => ({ sign: '−', text });
const come = (text: string): DiffLine => ({ sign: '+', text });

function folded(lines: readonly DiffLine[]): DiffLine[] {
  const near = new Set<number>();
  lines.forEach(({ sign }, i) => {
    if (sign !== ' ') for (let at = i - AROUND; at <= i + AROUND; at++) near.add(at);
  });
  const kept: DiffLine[] = [];
  let skipped = 0;
  lines.forEach((line, i) => {
    if (!near.has(i)) return void skipped++;
    if (skipped > 0) kept.push({ sign: 'skip', text: String(skipped) });
    skipped = 0;
    kept.push(line);
  });
  return skipped > 0 ? [...kept, { sign: 'skip', text: String(skipped) }] : kept;
}
