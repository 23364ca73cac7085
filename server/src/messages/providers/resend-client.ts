import { type ErrorResponse, Resend } from 'resend';
import { type Agent, type Dispatcher, request } from 'undici';
import type { Attempt, Handed } from './provider.ts';

interface Options {
  apiKey: string;
  baseUrl: string | undefined;
  agent: Agent;
  attempt: Attempt;
}

/** The SDK's client with our own way out: it looks before the bytes leave, keeps to the deadline and tells what failed. */
export class GuardedResend extends Resend {
  /** How the attempt ended without an answer. */
  ended: Handed | undefined;
  private readonly options: Options;

  constructor(options: Options) {
    super(options.apiKey, options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl.replace(/\/+$/, '') });
    this.options = options;
  }

  override async fetchRequest<T>(
    path: string,
    options: { headers?: ConstructorParameters<typeof Headers>[0]; body?: string } = {},
  ): Promise<SdkAnswer<T>> {
    const { agent, attempt } = this.options;
    if (!(await attempt.mayLeave())) return this.end({ kind: 'withdrawn' });
    try {
      const response = await request(`${this.baseUrl}${path}`, {
        method: 'POST',
        headers: Object.fromEntries(new Headers(options.headers)),
        body: options.body,
        dispatcher: agent.compose(freshOnly(attempt)),
        signal: attempt.signal,
      });
      const headers = Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
      );
      const body = answerOf(await response.body.text());
      if (response.statusCode < 300 && body) return { data: body as T, error: null, headers };
      const error = {
        name: 'application_error',
        message: '',
        ...body,
        statusCode: response.statusCode,
      } as ErrorResponse;
      return { data: null, error, headers };
    } catch (error) {
      return this.end(failure(error));
    }
  }

  private end(how: Handed): SdkAnswer<never> {
    this.ended = how;
    return { data: null, error: { name: 'application_error', statusCode: null, message: how.kind }, headers: null };
  }
}

type SdkAnswer<T> = Awaited<ReturnType<typeof Resend.prototype.fetchRequest<T>>>;

function answerOf(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // a proxy's page instead of the API's answer
    throw error;
  }
}

class Stale extends Error {
  override message = 'connecting took so long that the mail has to be looked at again';
}

/** Looks when the socket stands and nothing is written yet. */
const freshOnly =
  ({ isFresh }: Attempt): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) =>
    dispatch(options, {
      onRequestStart(controller, context) {
        if (isFresh()) handler.onRequestStart?.(controller, context);
        else controller.abort(new Stale());
      },
      onRequestUpgrade: (...all) => handler.onRequestUpgrade?.(...all),
      onResponseStart: (...all) => handler.onResponseStart?.(...all),
      onResponseData: (...all) => handler.onResponseData?.(...all),
      onResponseEnd: (...all) => handler.onResponseEnd?.(...all),
      onResponseError: (...all) => handler.onResponseError?.(...all),
    });

const NEVER_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

function failure(error: unknown): Handed {
  const { code, message } = error as Error & { code?: string };
  const because = `resend: ${code ?? message}`;
  if (error instanceof Stale) return { kind: 'later', because };
  if (code !== undefined && NEVER_CONNECTED.includes(code)) return { kind: 'later', because, everybody: true };
  return { kind: 'unknown', because };
}
