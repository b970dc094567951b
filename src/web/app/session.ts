import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Permission } from '#kernel/endpoint.ts';
import type { Me } from '#platform/access/contracts.ts';
import { call } from '#web/api.ts';
import { queryKeyOf } from '#web/queries.ts';

const FRESH_FOR = 300_000;

/** The operations about oneself. They bring the schemas along, which the first paint does not need: fetched beside it. */
export const accessContracts = () => import('#platform/access/contracts.ts');

/** Who is signed in, and in which workspace; asked anew every five minutes at most. */
export const useMe = () =>
  useQuery<Me>({
    queryKey: queryKeyOf({ id: 'getMe' }, {}),
    queryFn: async ({ signal }) => call((await accessContracts()).getMe, {}, { signal }),
    staleTime: FRESH_FOR,
  });

export type WorkspaceHere = NonNullable<Me['workspace']>;

export const WorkspaceContext = createContext<WorkspaceHere | undefined>(undefined);

/** The workspace that this page is about: its name, zone, currency, and what the reader may do. Only below `/w/…`. */
export const useWorkspace = (): WorkspaceHere => {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace is for pages of a workspace');
  return workspace;
};

/** May the reader do this here? Buttons that would be refused are not shown. */
export const useMay = (permission: Permission): boolean => useWorkspace().permissions.includes(permission);
