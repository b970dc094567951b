import type { WorkspaceContext } from '#platform/http.ts';

type Listener = (before: WorkspaceContext, after: WorkspaceContext) => Promise<unknown>;

/** Tells whoever listens how a workspace was before its settings changed and how it is now. */
export interface WorkspaceChanges {
  listen(listener: Listener): void;
  /** Is over when all listeners have heard of it. */
  tell(before: WorkspaceContext, after: WorkspaceContext): Promise<void>;
}

/** Makes the place where changes of workspaces are told. */
export const createWorkspaceChanges = (): WorkspaceChanges => {
  const listeners: Listener[] = [];
  return {
    listen: (listener) => void listeners.push(listener),
    tell: async (before, after) => {
      for (const listener of listeners) await listener(before, after);
    },
  };
};
