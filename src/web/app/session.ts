import { createContext, useContext } from 'react';
import type { Permission } from '#kernel/endpoint.ts';
import { getMe, type Me } from '#platform/access/contracts.ts';
import { type QueryOptions, useQueryOf } from '#web/queries.ts';

/** Who is signed in, and in which workspace; asked anew every five minutes at most. */
export const useMe = (options: QueryOptions = {}) => useQueryOf(getMe, {}, { freshFor: 300_000, ...options });

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
