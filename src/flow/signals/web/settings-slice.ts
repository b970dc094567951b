import { defineSlice } from '#web/app/slice.ts';
import { defineMessages } from '#web/i18n/catalogue.ts';
import { loadMessages } from '#web/i18n/i18n.ts';

/** The settings of this room: which rules move accounts, by which formulas signals are computed. Their words come beside their pages. */
export const signalSettingsSlice = defineSlice({
  id: 'signal-settings',
  messages: defineMessages('signal-settings', {
    en: { rules: 'Lifecycle rules', formulas: 'Health and lead score' },
    'zh-CN': { rules: '生命周期规则', formulas: '健康度与线索评分' },
    es: { rules: 'Reglas del ciclo de vida', formulas: 'Salud y puntuación de leads' },
  }),
  routes: [
    {
      path: '/settings/lifecycle',
      titleKey: 'rules',
      page: async () => {
        const [{ RulesPage }] = await Promise.all([import('./rules/RulesPage.tsx'), frameWords(), ruleWords()]);
        return RulesPage;
      },
    },
    {
      path: '/settings/signals',
      titleKey: 'formulas',
      page: async () => {
        const [{ FormulasPage }] = await Promise.all([import('./formulas/FormulasPage.tsx'), frameWords(), ruleWords(), formulaWords()]);
        return FormulasPage;
      },
    },
  ],
});

const frameWords = async () => loadMessages((await import('#web/access/settings/text/text.ts')).settingsText);
const ruleWords = async () => loadMessages((await import('./rules/text/text.ts')).ruleText);
const formulaWords = async () => loadMessages((await import('./formulas/text/text.ts')).formulaText);
