import { readFile } from 'node:fs/promises';
import { AppError } from '@tabiji/shared/errors.ts';
import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { problemsOf } from '@tabiji/shared/journey/problems.ts';

/**
 * Reads a journey from a file, as the editor exports it.
 * @throws AppError naming what is wrong: the file, the place in the JSON, or each problem of the graph
 */
export async function openJourney(file: string): Promise<JourneyGraph> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('not_found', `There is no file "${file}" that can be read.`, { cause });
  });
  const graph = JourneyGraph.safeParse(parsed(file, text));
  if (!graph.success) {
    const issues = graph.error.issues.map(({ path, message }) => `${path.join('.') || 'the document'}: ${message}`);
    throw new AppError('invalid', `${file} is not a journey:\n  ${issues.join('\n  ')}`);
  }
  const errors = problemsOf(graph.data, { segments: new Set() }).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const lines = errors.map(
      ({ code, node, message }) => `${code}${node === undefined ? '' : ` (${node})`}: ${message.en}`,
    );
    throw new AppError('invalid', `${file} cannot run:\n  ${lines.join('\n  ')}`);
  }
  return graph.data;
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('invalid', `${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
}
