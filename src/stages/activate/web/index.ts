import Sprout from 'lucide-react/icons/sprout';
import { defineSlice, NAV_ORDER } from '#web/app/slice.ts';
import { defineMessages } from '#web/i18n/catalogue.ts';
import { loadMessages } from '#web/i18n/i18n.ts';

/** What makes customers stay, and the activation milestone made of it. Its words come beside its page. */
export const activateSlice = defineSlice({
  id: 'activate',
  messages: defineMessages('activate', {
    en: { nav: 'Activate', title: 'What makes customers stay' },
    'zh-CN': { nav: '激活', title: '什么让客户留下来' },
    es: { nav: 'Activación', title: 'Qué hace que los clientes se queden' },
  }),
  routes: [
    {
      path: '/activate',
      titleKey: 'title',
      page: async () => {
        const [{ KeepersPage }, { keeperText }] = await Promise.all([import('./KeepersPage.tsx'), import('./text/text.ts')]);
        await loadMessages(keeperText);
        return KeepersPage;
      },
    },
  ],
  commands: [{ id: 'keepers', labelKey: 'title', icon: Sprout, run: ({ go }) => go('/activate') }],
  nav: [{ section: 'stages', labelKey: 'nav', icon: Sprout, to: '/activate', order: NAV_ORDER.activate }],
});
