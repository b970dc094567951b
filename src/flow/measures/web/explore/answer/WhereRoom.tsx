import type { ReactNode } from 'react';
import { useCompact } from '../boards/compact.ts';

/** Controls and hints of an answer, which a tile has no room for. */
export const WhereRoom = ({ children }: { readonly children: ReactNode }) => (useCompact() ? null : <div>{children}</div>);
