import { lazy, Suspense } from 'react';
import { loadMessages } from '#web/i18n/i18n.ts';
import { Skeleton } from '#web/ui/Skeleton.tsx';

// Fetched with the first hover: the card brings schemas along that the first paint does not need.
const Figures = lazy(async () => {
  await loadMessages((await import('./text/pages.ts')).recordText);
  return { default: (await import('./accounts/AccountFigures.tsx')).AccountFigures };
});

/** What is shown when the pointer rests on an account, wherever it is named. */
export const AccountCard = ({ id }: { readonly id: string }) => (
  <Suspense fallback={<Skeleton shape="text" rows={4} />}>
    <Figures accountId={id} short named />
  </Suspense>
);
