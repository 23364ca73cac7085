import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { ReplayReport } from './report.sql.ts';

const number = (n: number) => n.toLocaleString('en');

/** A replay's result as people read it. */
export function reportText(report: ReplayReport, graph: JourneyGraph): string {
  const { customers, orders, enrollments, waiting } = report;
  return [
    `customers    ${number(customers)}`,
    `orders       ${number(orders)}`,
    `enrollments  ${number(enrollments)}`,
    `waiting      ${number(waiting)}`,
    '',
    ...section('nodes', nodeLines(report, graph)),
    ...section('exits', counts(report.exits)),
    ...section('messages', counts(report.messages)),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]) => [title, ...(lines.length > 0 ? lines : ['  none']), ''];

const counts = (record: Record<string, number>) =>
  Object.entries(record).map(([name, n]) => `  ${name.padEnd(24)} ${number(n)}`);

const nodeLines = ({ nodes }: ReplayReport, graph: JourneyGraph) =>
  Object.entries(nodes).map(([id, { entered, left }]) => {
    const node = graph.nodes[id];
    const ports = Object.entries(left).map(([port, n]) => `${port} ${number(n)}`);
    const name = `${id} ${node?.type ?? ''}${node?.name ? ` “${node.name}”` : ''}`;
    return `  ${name.padEnd(24)} entered ${number(entered)}${ports.length > 0 ? `, left: ${ports.join(', ')}` : ''}`;
  });
