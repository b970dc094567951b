import type { DeskWords } from './words.ts';

export const EN: DeskWords = {
  author: 'Demo company',
  questions: {
    activeAccounts: { name: 'Accounts that use the product, by week', note: 'Each account counts once a week, whoever of it was there.' },
    firstSteps: { name: 'From sign-up to the first exported report', note: 'Who gets how far within 30 days, and where they stop.' },
    comeBack: { name: 'Do accounts come back?', note: 'By the week of their first use: who still uses the product in the weeks after.' },
    byRole: { name: 'Who uses it, by role', note: 'People at work in the product each week, by their role at the customer.' },
    features: { name: 'Which features are used', note: 'Of all accounts that used the product: which share uses each feature.' },
    visitors: { name: 'Where visitors of the website go', note: 'The first pages of a visit, and where it ends.' },
  },
  boards: {
    company: { name: 'The company on Monday', note: 'Revenue, customers, leads and use at a glance.' },
    product: { name: 'What they do in the product', note: 'For product managers: activation, return, roles and features.' },
  },
  segments: {
    quiet: { name: 'Customers gone quiet', note: 'They pay, and nobody has used the product for 14 days.' },
    renewal: { name: 'Renewal near, health not good', note: 'The term ends within 90 days, and health is not green.' },
    reporters: {
      name: 'People who live in reports',
      note: 'Exported at least three reports in the last 28 days: good to talk to, and likely champions.',
    },
  },
  plan: {
    owners: { finance: 'Finance', growth: 'Growth', product: 'Product', sales: 'Sales', success: 'Customer success' },
    events: {
      signed_up: 'A person of a customer makes an account of their own; on a trial or not.',
      teammate_invited: 'Somebody invites a colleague.',
      onboarding_step_done: 'A step of the set-up is done.',
      onboarding_finished: 'All steps of the set-up are done.',
      feature_used: 'Somebody works with a feature: the event that counts as use.',
      form_filled: 'A crew fills in a form on site.',
      stock_counted: 'Stock in a van is counted.',
      report_created: 'A report is made.',
      report_exported: 'A report leaves as a file.',
      theme_switched: 'Somebody switches between light and dark.',
      help_asked: 'Somebody asks for help from inside the product.',
      opportunity_moved: 'A deal moves on to its next step.',
    },
    shown: {
      form_filled: 'Filled in a job form',
      stock_counted: 'Counted van stock',
      theme_switched: 'Switched light and dark',
      opportunity_moved: 'Deal moved on',
    },
    properties: {
      count: 'Times',
      days: 'Days of set-up',
      duration_secs: 'Seconds at work',
      errors: 'Errors met',
      number: 'Number of the step',
      step: 'Step of the set-up',
      theme: 'Theme',
      through: 'Invited through',
      topic: 'Topic',
      trial: 'On a trial',
    },
  },
};
