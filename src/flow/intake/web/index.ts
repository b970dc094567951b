import FileInput from 'lucide-react/icons/file-input';
import RadioTower from 'lucide-react/icons/radio-tower';
import { defineSlice, NAV_ORDER } from '#web/app/slice.ts';
import { loadMessages } from '#web/i18n/i18n.ts';
import { intakeText } from './text/text.ts';

/** The doors of the product as a person sees them: files, events, a public data set. */
export const intakeSlice = defineSlice({
  id: 'intake',
  messages: intakeText,
  routes: [
    { path: '/sample', titleKey: 'sample.title', page: async () => (await import('./SamplePage.tsx')).SamplePage },
    { path: '/connect', titleKey: 'connect.title', page: async () => (await import('./ConnectPage.tsx')).ConnectPage },
    { path: '/import', titleKey: 'list.title', page: async () => (await import('./ImportsPage.tsx')).ImportsPage },
    { path: '/import/$id', titleKey: 'list.title', page: async () => (await import('./ImportPage.tsx')).ImportPage },
    {
      path: '/live',
      titleKey: 'live.title',
      page: async () => {
        const [{ LivePage }, { liveText }] = await Promise.all([import('./live/LivePage.tsx'), import('./live/text/text.ts')]);
        await loadMessages(liveText);
        return LivePage;
      },
    },
  ],
  nav: [
    { section: 'foot', labelKey: 'list.title', icon: FileInput, to: '/import', order: NAV_ORDER.import, goKey: 'i' },
    { section: 'foot', labelKey: 'live.title', icon: RadioTower, to: '/live', order: NAV_ORDER.events, goKey: 'e' },
  ],
});
