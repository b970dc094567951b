/**
 * When has a customer reached the point where the product helps? Used it `times` times within `withinDays` local days of a customer life's
 * first paid day, that day included. The activation measures and the lifecycle's default rule for Active read the same one.
 */
export const ACTIVATION_MILESTONE = { events: ['feature_used'], times: 5, withinDays: 30 } as const;
