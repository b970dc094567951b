import { type ComponentType, createContext } from 'react';

export type EntityKind = 'account' | 'person' | 'owner';

/** The hover card of each kind of thing; the slice that owns the thing brings it. */
export type EntityCards = Partial<Record<EntityKind, ComponentType<{ readonly id: string }>>>;

export const EntityCardsContext = createContext<EntityCards>({});
