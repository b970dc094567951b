import { defineSlice } from '#web/app/slice.ts';
import { DealsPanel } from './DealsPanel.tsx';
import { NotesPanel } from './NotesPanel.tsx';
import { sellText } from './text.ts';

/** Notes and deals, on the page of an account. */
export const sellSlice = defineSlice({
  id: 'sell',
  messages: sellText,
  routes: [],
  accountPanels: [
    { order: 20, panel: NotesPanel },
    { order: 35, panel: DealsPanel },
  ],
});
