import { QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { ApiError, type Call, createClient } from '#endpoints/client.ts';
import type { Endpoint } from '#endpoints/endpoint.ts';
import { getMe } from '#endpoints/session.ts';

/** Calls endpoints of the server that served this page; answers are parsed by their shapes. */
export const api = createClient({
  base: '',
  headers: {},
  fetch: (address, init) => fetch(address, { ...init, credentials: 'same-origin' }),
});

/** The server answered, and said no. */
export const isRefusal = (error: unknown): error is ApiError => error instanceof ApiError;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey, state }) => {
      // The session has ended: asking who is here leads to the sign-in page. What is shown already stays, so that nothing half-written is lost.
      const ended = isRefusal(error) && error.status === 401;
      if (ended && state.data === undefined && queryKey[0] !== getMe.id) void forget(getMe);
    },
  }),
  defaultOptions: {
    // A browser that believes to be offline would wait without a word; the server may well be on the same machine.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      // The server said no: asking again changes nothing. A lost connection is worth two more tries.
      retry: (failures, error) => !isRefusal(error) && failures < 2,
      refetchOnWindowFocus: false,
    },
  },
});

/** A query of one endpoint; its key is the endpoint's id and what was asked. */
export function ask<E extends Endpoint>(endpoint: E, call: Call<E> = {}) {
  return queryOptions({
    queryKey: [endpoint.id, call.params ?? {}, call.query ?? {}],
    queryFn: ({ signal }) => api.call(endpoint, { ...call, signal }),
  });
}

/** Forgets what an endpoint answered, so that it is asked again. */
export const forget = (...endpoints: readonly Endpoint[]) =>
  Promise.all(endpoints.map((endpoint) => queryClient.invalidateQueries({ queryKey: [endpoint.id] })));

/** The sentence to show for a failure. */
export function sentenceOf(error: unknown, offline: string): string {
  if (isRefusal(error)) return error.message;
  return error instanceof TypeError ? offline : String(error);
}
