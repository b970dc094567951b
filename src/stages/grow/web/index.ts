import { defineSlice } from '#web/app/slice.ts';
import { MoneyPanel } from './MoneyPanel.tsx';
import { growText } from './text.ts';

/** What an account pays, on its page. */
export const growSlice = defineSlice({ id: 'grow', messages: growText, routes: [], accountPanels: [{ order: 30, panel: MoneyPanel }] });
