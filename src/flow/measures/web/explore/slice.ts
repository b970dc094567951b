import Compass from 'lucide-react/icons/compass';
import { defineSlice, NAV_ORDER } from '#web/app/slice.ts';
import { exploreSliceText } from './slice-text.ts';

// The words of the page come with its code, in the reader's language.
const words = async () => {
  const [{ loadMessages }, { exploreText }] = await Promise.all([import('#web/i18n/i18n.ts'), import('./text/text.ts')]);
  await loadMessages(exploreText);
};

/** The explorer: any question about what people and accounts do. */
export const exploreSlice = defineSlice({
  id: 'explore',
  messages: exploreSliceText,
  routes: [
    {
      path: '/explore',
      titleKey: 'title',
      page: async () => {
        const [{ ExplorePage }] = await Promise.all([import('./ExplorePage.tsx'), words()]);
        return ExplorePage;
      },
    },
  ],
  nav: [{ section: 'decide', labelKey: 'title', icon: Compass, to: '/explore', order: NAV_ORDER.explore, goKey: 'x' }],
});
