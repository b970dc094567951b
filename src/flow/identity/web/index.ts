import Building2 from 'lucide-react/icons/building-2';
import Merge from 'lucide-react/icons/merge';
import Users from 'lucide-react/icons/users';
import { defineSlice, NAV_ORDER } from '#web/app/slice.ts';
import { loadMessages } from '#web/i18n/i18n.ts';
import { AccountCard } from './AccountCard.tsx';
import { identityText } from './text/door.ts';

const words = async () => loadMessages((await import('./text/pages.ts')).recordText);

/** Who they are: lists of accounts and people, the page of a person, duplicates. */
export const identitySlice = defineSlice({
  id: 'identity',
  messages: identityText,
  routes: [
    {
      path: '/accounts',
      titleKey: 'accounts',
      page: async () => {
        await words();
        return (await import('./accounts/AccountsPage.tsx')).AccountsPage;
      },
    },
    {
      path: '/people',
      titleKey: 'people',
      page: async () => {
        await words();
        return (await import('./people/PeoplePage.tsx')).PeoplePage;
      },
    },
    {
      path: '/people/$id',
      titleKey: 'person',
      page: async () => {
        await words();
        return (await import('./people/PersonPage.tsx')).PersonPage;
      },
    },
    {
      path: '/merges',
      titleKey: 'merges',
      page: async () => {
        await words();
        return (await import('./merges/MergesPage.tsx')).MergesPage;
      },
    },
  ],
  nav: [
    { section: 'customers', labelKey: 'accounts', icon: Building2, to: '/accounts', order: NAV_ORDER.accounts, goKey: 'a' },
    { section: 'customers', labelKey: 'people', icon: Users, to: '/people', order: NAV_ORDER.people, goKey: 'c' },
  ],
  commands: [{ id: 'merges', labelKey: 'findDuplicates', icon: Merge, run: ({ go }) => go('/merges') }],
  cards: { account: AccountCard },
});
