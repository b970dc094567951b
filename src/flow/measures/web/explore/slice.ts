import Compass from 'lucide-react/icons/compass';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import { defineSlice, NAV_ORDER } from '#web/app/slice.ts';
import { loadMessages } from '#web/i18n/i18n.ts';
import { QUESTION_STARTS, startPlace } from './question-starts.ts';
import { exploreSliceText } from './slice-text.ts';

// The words of the page come with its code, in the reader's language.
const words = async () => {
  const [{ exploreText }, { savedText }] = await Promise.all([import('./text/text.ts'), import('./saved/text/text.ts')]);
  await Promise.all([loadMessages(exploreText), loadMessages(savedText)]);
};

const kinds = Object.keys(QUESTION_STARTS) as (keyof typeof QUESTION_STARTS)[];

/** The explorer: any question about what people and accounts do; those that are kept, and boards of them. */
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
    {
      path: '/questions',
      titleKey: 'questions',
      page: async () => {
        const [{ SavedQuestionsPage }] = await Promise.all([import('./saved/SavedQuestionsPage.tsx'), words()]);
        return SavedQuestionsPage;
      },
    },
    {
      path: '/boards',
      titleKey: 'boards',
      page: async () => {
        const [{ BoardsPage }] = await Promise.all([import('./boards/BoardsPage.tsx'), words()]);
        return BoardsPage;
      },
    },
    {
      path: '/boards/$id',
      titleKey: 'boards',
      page: async () => {
        const [{ OneBoardPage }] = await Promise.all([import('./boards/OneBoardPage.tsx'), words()]);
        return OneBoardPage;
      },
    },
  ],
  nav: [
    { section: 'decide', labelKey: 'title', icon: Compass, to: '/explore', order: NAV_ORDER.explore, goKey: 'x' },
    { section: 'decide', labelKey: 'boards', icon: LayoutGrid, to: '/boards', order: NAV_ORDER.boards, goKey: 'b' },
  ],
  commands: [
    { id: 'questions', labelKey: 'questions', run: ({ go }) => go('/questions') },
    ...kinds.map((kind) => ({
      id: `ask ${kind}`,
      labelKey: `ask.${kind}` as const,
      icon: Compass,
      run: ({ go }: { readonly go: (to: string) => void }) => go(startPlace(kind)),
    })),
  ],
});
