export const en = {
  for: 'For whom',
  whole: 'The whole account',
  role: 'Its people: {{role}}',
  unused: 'People of this role have used no feature five times in the last 90 days.',
  title: 'Could use next',
  reason: '{{using}} of the {{neighbours}} most similar successful customers use it',
  shared: 'like this one, they use {{features}}',
  popular:
    '{{using}} of {{neighbours}} successful customers have people of this role who use it: the most popular, since customers alike say no more here',
  like: 'For example',
  none: 'It uses all that successful customers like it use.',
  few: 'Suggestions come once {{least}} successful customers use the product; there are {{count}}.',
} as const;
