import { lazy, Suspense } from 'react';
import { loadMessages } from '#web/i18n/i18n.ts';

// Fetched when an account is first looked at: the account page is in the first load, this is not.
const Loaded = lazy(async () => {
  const [{ NextFeatures }, { suggestionText }] = await Promise.all([import('./NextFeatures.tsx'), import('./text/text.ts')]);
  await loadMessages(suggestionText);
  return { default: NextFeatures };
});

/** What the account might use next. */
export const NextFeaturesPanel = ({ accountId }: { readonly accountId: string }) => (
  <Suspense fallback={null}>
    <Loaded accountId={accountId} />
  </Suspense>
);
