import { ACTIVATION_MILESTONE } from '#kernel/activation.ts';
import { StageRule } from '../../contracts.ts';

/** The rules with which a workspace begins: version 1 of its lifecycle, as its settings page shows them. */
export const defaultLifecycleRules = (): readonly StageRule[] =>
  [
    {
      stage: 'reached',
      when: [{ kind: 'fact', events: ['page_viewed', 'screen_viewed', 'code_scanned', 'event_attended', 'ad_clicked'] }],
    },
    {
      stage: 'captured',
      when: [
        { kind: 'fact', events: ['lead_captured', 'form_submitted', 'person_identified'] },
        // An account that a nameless visit gave away is reached: nobody there has left any details.
        { kind: 'fact', events: ['account_created'], where: { field: 'found_by', op: 'is_not', value: 'visit' } },
      ],
    },
    {
      stage: 'interested',
      when: [
        { kind: 'fact', events: ['pricing_viewed', 'demo_requested', 'trial_started', 'question_asked'] },
        { kind: 'fact', events: ['page_viewed'], where: { field: 'path', op: 'contains', value: '/pricing' } },
      ],
    },
    {
      stage: 'qualified',
      when: [
        { kind: 'lead_score', atLeast: 50, gradeAtLeast: 'B' },
        { kind: 'fact', events: ['lead_qualified'] },
      ],
    },
    { stage: 'opportunity', when: [{ kind: 'fact', events: ['deal_opened'] }] },
    { stage: 'onboarding', when: [{ kind: 'mrr_started' }] },
    { stage: 'active', when: [{ kind: 'fact', ...ACTIVATION_MILESTONE }] },
    { stage: 'expanded', when: [{ kind: 'mrr_above_start' }] },
    { stage: 'renewing', when: [{ kind: 'term_ends_within', days: 90 }] },
    { stage: 'churned', when: [{ kind: 'mrr_ended' }] },
  ].map((rule) => StageRule.parse(rule));
