import type { Context, Liquid } from 'liquidjs';

/** Computes something in the scopes of one rendering. */
export type Read = (context: Context) => unknown;

/** A `{% for %}` around a place. Its scope is put here while it runs; rendering never waits, so one place is enough. */
export interface Loop {
  readonly variable: string;
  scope: Record<string, unknown>;
}

/** Where a part of a template stands. */
export interface Place {
  readonly liquid: Liquid;
  /** From the outermost to the innermost. */
  readonly loops: readonly Loop[];
  /** Somewhere in the template stands a break or continue. */
  readonly stops: boolean;
}

/** A construct that closures do not cover: the template is rendered by liquidjs. */
export class Unknown extends Error {}
