/** Which languages does the demo company write in? */
export const DEMO_LANGUAGES = ['en', 'zh-CN', 'es'] as const;
export type DemoLanguage = (typeof DEMO_LANGUAGES)[number];

/** In which industries do its customers work? */
export const INDUSTRIES = [
  'manufacturing',
  'logistics',
  'retail',
  'health',
  'education',
  'construction',
  'professional_services',
  'hospitality',
  'energy',
  'media',
  'finance',
  'public_sector',
] as const;
export type IndustryKey = (typeof INDUSTRIES)[number];

/** Which plans does it sell, cheapest first? */
export const PLANS = ['starter', 'team', 'business', 'enterprise'] as const;
export type PlanKey = (typeof PLANS)[number];

/** Which parts has its product, in the order in which a new customer meets them? */
export const FEATURES = [
  'schedule',
  'dispatch',
  'route_map',
  'checklists',
  'forms',
  'photos',
  'timesheets',
  'inventory',
  'reports',
  'dashboards',
  'exports',
  'alerts',
  'integrations',
  'dark_mode',
] as const;
export type FeatureKey = (typeof FEATURES)[number];

/** Which parts do people play when their company buys? */
export const BUYING_ROLES = ['decider', 'influencer', 'user', 'payer', 'blocker'] as const;
export type BuyingRole = (typeof BUYING_ROLES)[number];

/** Which parts do people play when their company uses the product? */
export const CUSTOMER_ROLES = ['admin', 'planner', 'analyst', 'operator', 'viewer'] as const;
export type CustomerRole = (typeof CUSTOMER_ROLES)[number];

/** How high does a title stand? The words are those of the lead score. */
export const LEVELS = ['executive', 'director', 'manager', 'staff'] as const;
export type Level = (typeof LEVELS)[number];

/** What do customers ask the support about? */
export const TICKET_TOPICS = [
  'login',
  'import',
  'report_numbers',
  'slow',
  'outage',
  'billing',
  'integration',
  'mobile',
  'permissions',
  'how_to',
  'feature_request',
  'cancellation',
] as const;
export type TicketTopic = (typeof TICKET_TOPICS)[number];

/** Why do customers leave? */
export const CHURN_REASONS = [
  'price',
  'missing_feature',
  'low_usage',
  'competitor',
  'support',
  'reliability',
  'champion_left',
  'payment_failed',
  'merger',
  'closed_down',
] as const;
export type ChurnReason = (typeof CHURN_REASONS)[number];

/** Why are deals lost? */
export const LOST_REASONS = [
  'price',
  'competitor',
  'no_budget',
  'no_decision',
  'timing',
  'missing_feature',
  'no_contact',
  'built_in_house',
] as const;
export type LostReason = (typeof LOST_REASONS)[number];

/** What is mailed to many at once? */
export const CAMPAIGN_KINDS = [
  'newsletter',
  'product_update',
  'webinar_invitation',
  'event_invitation',
  'case_study',
  'onboarding_tips',
  'reactivation',
  'price_change',
] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

/** Through which stages does a deal go? */
export const DEAL_STAGES = ['discovery', 'demo', 'proposal', 'negotiation', 'won', 'lost'] as const;
export type DealStage = (typeof DEAL_STAGES)[number];

export type Mood = 'good' | 'bad' | 'wish';
