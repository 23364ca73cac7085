import type { Problem } from '@tabiji/shared/journey/problem.ts';

/** One line per problem, to be read by people and found by editors: `FILE: node n3 for: error E08: …`. */
export const problemLine = (of: string, { code, severity, node, port, path, message }: Problem): string => {
  const where = [node && `node ${node}`, port && `port ${port}`, path].filter(Boolean).join(' ');
  return `${of}: ${where}${where ? ': ' : ''}${severity} ${code}: ${message.en}`;
};
