import { createRequire } from 'node:module';

interface Component {
  componentName: string;
  allowedAttributes?: Record<string, string>;
}
interface Preset {
  components: Component[];
  dependencies: Record<string, (string | RegExp)[]>;
}

/** The elements of MJML as the compiler itself defines them, in the form of the editor's list. */
export function mjmlDefinitions(): Record<string, { holds: string; has: string }> {
  const server = createRequire(createRequire(import.meta.url).resolve('@tabiji/server/templates/compile-mjml.ts'));
  const { components, dependencies } = createRequire(server.resolve('mjml'))('mjml-preset-core') as Preset;
  const attributesOf = new Map(components.map((one) => [one.componentName, one.allowedAttributes ?? {}]));
  const names = Object.keys(dependencies).filter((name) => name !== 'mjml');
  return Object.fromEntries(
    ['mjml', ...names.toSorted()].map((name) => {
      const holds = (dependencies[name] ?? []).filter(
        (child): child is string => typeof child === 'string' && child !== 'mj-raw',
      );
      const has = Object.entries(attributesOf.get(name) ?? {})
        .map(([attribute, type]) => `${attribute}${choicesOf(type)}`)
        .toSorted();
      return [name, { holds: holds.toSorted().join(' '), has: has.join(' ') }];
    }),
  );
}

function choicesOf(type: string): string {
  const choices = /^enum\((.*)\)$/.exec(type)?.[1];
  if (choices !== undefined) return `=${choices.split(',').join('|')}`;
  if (type === 'boolean') return '=true|false';
  return type === 'color' ? '=#' : '';
}
