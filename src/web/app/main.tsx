import '../styles.css';
import { createRoot } from 'react-dom/client';
import { awaitChinese } from '#web/i18n/await-chinese.ts';
import { startI18n } from '#web/i18n/i18n.ts';
import { startLanguage } from '#web/i18n/preference.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { App } from './App.tsx';
import { accessContracts } from './session.ts';
import { slices } from './slices.ts';

// The first question that the frame asks needs them.
void accessContracts();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

awaitChinese();
await startI18n(startLanguage(), [uiText, shellText, ...slices.map((slice) => slice.messages)]);
createRoot(root).render(<App slices={slices} />);
