import { keepPreviousData, QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Endpoint, EndpointInput, EndpointOutput } from '#kernel/endpoint.ts';
import { call, workspaceInPath } from './api.ts';
import { isApiError } from './api-error.ts';

export interface QueryOptions {
  /** Ask only when true. */
  readonly enabled?: boolean;
  /** Ask again every so many milliseconds while the page is looked at. */
  readonly every?: number;
  /** How long an answer counts as fresh, in milliseconds; 15 s unless said. */
  readonly freshFor?: number;
}

/** The place of an answer in the cache: operation, workspace, input. */
export const queryKeyOf = (endpoint: Pick<Endpoint, 'id'>, input?: unknown): readonly unknown[] =>
  input === undefined
    ? [endpoint.id, workspaceInPath(window.location.pathname)]
    : [endpoint.id, workspaceInPath(window.location.pathname), input];

/** The answer of a reading operation; the last one stays on screen while the next is on its way. */
export const useQueryOf = <E extends Endpoint>(endpoint: E, input: EndpointInput<E>, options: QueryOptions = {}) =>
  useQuery<EndpointOutput<E>>({
    queryKey: queryKeyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    ...(options.freshFor === undefined ? {} : { staleTime: options.freshFor }),
  });

/** One page of a list as the API gives it. */
interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
  readonly total?: number;
}

type RowOf<E> = EndpointOutput<E> extends { rows: (infer Row)[] } ? Row : never;

export interface Pages<Row> {
  /** All rows fetched so far; undefined before the first answer. */
  readonly rows: readonly Row[] | undefined;
  /** All rows that match, when the API counts them. */
  readonly total: number | null;
  readonly error: unknown;
  readonly retry: () => void;
  /** Fetches the next page; undefined at the end. */
  readonly more: (() => void) | undefined;
  readonly loadingMore: boolean;
}

/** A list that is fetched page by page with the API's cursors. `input.query.cursor` is filled in here. */
export const usePagesOf = <E extends Endpoint>(endpoint: E, input: EndpointInput<E>, options: QueryOptions = {}): Pages<RowOf<E>> => {
  const pages = useInfiniteQuery({
    queryKey: queryKeyOf(endpoint, input),
    queryFn: async ({ pageParam, signal }) => {
      const { query, ...rest } = input as { query?: object };
      const withCursor = { ...rest, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } } as unknown as EndpointInput<E>;
      return (await call(endpoint, withCursor, { signal })) as Page<RowOf<E>>;
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    ...(options.freshFor === undefined ? {} : { staleTime: options.freshFor }),
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages;
  return {
    rows: pages.data?.pages.flatMap((page) => page.rows),
    total: pages.data?.pages[0]?.total ?? null,
    error: pages.data ? null : pages.error,
    retry: () => void refetch(),
    more: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined,
    loadingMore: isFetchingNextPage,
  };
};

/** What is done after one call of a writing operation. */
export interface AfterCall<Out> {
  readonly onSuccess?: (out: Out) => void;
  readonly onError?: (error: unknown) => void;
  readonly onSettled?: () => void;
}

/**
 * A writing operation; afterwards everything that the operations in `refresh` answered is asked again. What a call of `mutate` wants done after it
 * is done in any case, also when that refresh has taken its component off the page.
 */
export const useMutationOf = <E extends Endpoint>(endpoint: E, options: { readonly refresh?: readonly Pick<Endpoint, 'id'>[] } = {}) => {
  const client = useQueryClient();
  const mutation = useMutation<EndpointOutput<E>, unknown, EndpointInput<E>>({
    mutationKey: [endpoint.id],
    mutationFn: (input) => call(endpoint, input),
    onSuccess: () => Promise.all((options.refresh ?? []).map((one) => client.invalidateQueries({ queryKey: queryKeyOf(one) }))),
  });
  const { mutateAsync } = mutation;
  // From the promise: callbacks that are handed to the library's own `mutate` are dropped with the component that called it.
  const mutate = useCallback(
    (input: EndpointInput<E>, after: AfterCall<EndpointOutput<E>> = {}): void =>
      void mutateAsync(input)
        .then(after.onSuccess, (error: unknown) => after.onError?.(error))
        .finally(after.onSettled),
    [mutateAsync],
  );
  return { ...mutation, mutate };
};

/** The cache of answers. Refusals are not repeated; silence and overload are, after the pause that the server asked for. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => mayHelp(error) && count < 4,
        retryDelay: (count, error) =>
          isApiError(error) && error.retryAfter ? error.retryAfter * 1000 : Math.min(1000 * 2 ** count, 15_000),
      },
      mutations: { retry: false },
    },
  });

const mayHelp = (error: unknown): boolean => isApiError(error) && ['offline', 'unavailable', 'rate_limited'].includes(error.code);
