import type { Permission, Policy } from '#kernel/endpoint.ts';
import type { Language } from '#kernel/words.ts';

/** The workspace a request speaks for. */
export interface WorkspaceContext {
  readonly ws: number;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly weekStart: number;
  readonly language: Language;
}

/** Who acts: a signed-in user, a key, or nobody yet. */
export interface Actor {
  readonly kind: 'user' | 'key' | 'nobody';
  /** User id or key id; '' for nobody. */
  readonly id: string;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
}

interface BaseContext {
  readonly actor: Actor;
  readonly now: number;
  readonly requestId: string;
  /** In which whoever asks wants to read; English unless the request says. */
  readonly language: Language;
  readonly request: Request;
  readonly origin: string;
  may(permission: Permission): boolean;
}

/** What a handler knows beside its input: a permission policy promises a workspace, the others may have none. */
export type ContextOf<P extends Policy> = BaseContext & {
  readonly workspace: P extends Permission ? WorkspaceContext : WorkspaceContext | null;
};

/** Who is calling, worked out from a request's cookie or key. */
export interface Caller {
  readonly actor: Actor;
  readonly workspace: WorkspaceContext | null;
}

export const NOBODY: Actor = { kind: 'nobody', id: '', name: '', permissions: new Set() };
