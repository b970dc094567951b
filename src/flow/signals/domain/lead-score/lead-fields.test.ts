import { describe, expect, it } from 'vitest';
import { type LeadRecord, leadField, seniorityOf } from './lead-fields.ts';

describe('seniority', () => {
  it.each([
    ['Chief Marketing Officer', 'executive'],
    ['Co-founder & CTO', 'executive'],
    ['Managing Director', 'executive'],
    ['Vice President, Sales', 'director'],
    ['SVP / VP Engineering', 'director'],
    ['Director of Operations', 'director'],
    ['Head of IT', 'director'],
    ['Account Coordinator', 'staff'],
    ['Product Manager', 'manager'],
    ['Engineering intern', 'student'],
    ['Directora general', 'executive'],
    ['Jefe de ventas', 'manager'],
    ['销售总监', 'director'],
    ['创始人兼总经理', 'executive'],
    ['副总经理', 'director'],
    ['市场经理', 'manager'],
    ['Working Professional', 'staff'],
  ])('of "%s" is %s', (title, level) => expect(seniorityOf(title)).toBe(level));
});

describe('a field of a lead', () => {
  const record = (person: LeadRecord['person'], account: LeadRecord['account'] = {}): LeadRecord => ({ person, account, emailKind: null });

  it('is found under the names that lead lists use', () => {
    const lead = record({
      what_is_your_current_occupation: 'Student',
      totalvisits: '7',
      total_time_spent_on_website: '1532',
      do_not_email: 'Yes',
      lead_source: 'Reference',
    });
    const names = ['lead.seniority', 'lead.visits', 'lead.minutes_on_site', 'lead.do_not_contact', 'lead.referred'];
    expect(names.map((name) => leadField(lead, name))).toEqual(['student', 7, 1532 / 60, true, true]);
  });

  it('is not known when nothing was chosen', () => {
    const lead = record({ title: 'Select', country: '', visits: 'many', source: 'n/a' }, { industry: '-' });
    const names = [
      'lead.seniority',
      'lead.country',
      'lead.visits',
      'lead.referred',
      'account.industry',
      'lead.email_kind',
      'lead.unheard_of',
    ];
    expect(names.map((name) => leadField(lead, name))).toEqual(names.map(() => undefined));
  });

  it('is read as recorded by its owner and key', () => {
    const lead = record({ 'favourite.colour': 'green' }, { seats: 40, country: 'ES' });
    expect(['person.favourite.colour', 'account.seats', 'lead.company_size', 'lead.country'].map((name) => leadField(lead, name))).toEqual([
      'green',
      40,
      40,
      'ES',
    ]);
  });
});
