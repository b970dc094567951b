import '../styles.css';
import { createHashHistory } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { App } from '#web/app/App.tsx';
import { startI18n } from '#web/i18n/i18n.ts';
import { startLanguage } from '#web/i18n/preference.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { gallery } from './slice.ts';
import { answerCalls } from './stand-in.ts';

// The design system on show, in the real frame, with answers from a stand-in: only the development server knows this page.
answerCalls();
if (window.location.hash === '') window.location.hash = '/w/acme/components';
await startI18n(startLanguage(), [uiText, shellText, gallery.messages]);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App slices={[gallery]} history={createHashHistory()} />);
