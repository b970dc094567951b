import { QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { StrictMode, useState } from 'react';
import { createQueryClient } from '#web/queries.ts';
import { EntityCardsContext } from '#web/ui/entity-cards.ts';
import { Toaster } from '#web/ui/Toaster.tsx';
import { TooltipProvider } from '#web/ui/Tooltip.tsx';
import { createAppRouter } from './router.tsx';
import type { AnyWebSlice } from './slice.ts';
import { SlicesContext } from './slices-context.ts';

export interface AppProps {
  readonly slices: readonly AnyWebSlice[];
  /** Where addresses are kept; the browser's own unless given. */
  readonly history?: RouterHistory;
}

/** The whole application: its router, its cache, and what floats above every page. */
export const App = ({ slices, history }: AppProps) => {
  const [router] = useState(() => createAppRouter(slices, history));
  const [queries] = useState(createQueryClient);
  const [cards] = useState(() => Object.assign({}, ...slices.map((slice) => slice.cards)));
  return (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <SlicesContext value={slices}>
          <EntityCardsContext value={cards}>
            <TooltipProvider>
              <RouterProvider router={router} />
              <Toaster />
            </TooltipProvider>
          </EntityCardsContext>
        </SlicesContext>
      </QueryClientProvider>
    </StrictMode>
  );
};
