import type { VoiceWords } from '../vocabulary.ts';

/** What customers want, in English: tickets about money, rights, questions, ideas and farewells. */
export const REQUESTS = {
  billing: [
    {
      subjects: ['Question about invoice'],
      texts: ['We were charged for {n} seats but have fewer people than that. Please check.'],
      answers: ['You are right, and I am sorry. I issued a credit note; it is settled with your next invoice.'],
    },
    {
      subjects: ['Charged twice?'],
      texts: ['Looks like the invoice of last month was taken twice from our card.'],
      answers: ['You are right, and I am sorry. I issued a credit note; it is settled with your next invoice.'],
    },
    {
      subjects: ['VAT number on invoice'],
      texts: [
        'Please put our PO number on the invoice, otherwise accounts payable sends it back. Every month the same.',
        'The invoice does not show our VAT number, so we cannot book it.',
      ],
      answers: ['I changed the billing details and sent you the corrected invoice. The next ones will follow it.'],
    },
    {
      subjects: ['Change of billing address'],
      texts: ['We moved to {town}, please change the address from the next invoice on.'],
      answers: ['I changed the billing details and sent you the corrected invoice. The next ones will follow it.'],
    },
    {
      subjects: ['Card declined'],
      texts: [
        'Our card was replaced. Where do I enter the new one? I am admin but see no billing page.',
        'Got a "payment failed" mail but the bank says there is enough on the account.',
      ],
      answers: ['I have sent the payment link again. There is no hurry: your access stays open for fourteen days.'],
    },
    {
      subjects: ['Question about prices', 'Our contract'],
      texts: [
        'Can we switch from monthly to yearly, and what does it save us?',
        'Who do I talk to about the price increase? Nobody told us beforehand.',
      ],
      answers: [
        'Let me explain it in a short call, with your own figures: yearly payment saves you two months, and it keeps the present price.',
      ],
    },
  ],
  permissions: [
    {
      subjects: ['Access rights', 'User sees too much', 'Role for subcontractors'],
      texts: ['Our subcontractors can see the prices. They must not.', 'We need a read-only login for our auditor, {n} days is enough.'],
      answers: ['I set up a role for this with you in mind: it sees jobs and sites, but no prices. You find it under Settings, Roles.'],
    },
    {
      subjects: ['Access rights', 'Cannot edit'],
      texts: [
        'A planner can look at {feature} but not change anything. Which right is missing?',
        'Can somebody be planner for {town} only?',
      ],
      answers: ['The right was missing at region level. It is there now; please have them sign in again.'],
    },
    {
      subjects: ['Access rights'],
      texts: ['Who deleted the schedule of {day}? Is there a log?'],
      answers: ['Every change is kept under Settings, Activity. I filtered it for you; the link is below.'],
    },
    {
      subjects: ['Users and roles', 'Question about users'],
      texts: [
        'I am the only admin and going on leave on {day}. How do I hand over?',
        'I removed a user and now her jobs belong to nobody.',
        'Invited a colleague, she accepted, but she is not in the list.',
      ],
      answers: [
        'Done: I walked your second admin through it, and the open jobs are assigned again. Settings, People shows you the present state.',
      ],
    },
    {
      subjects: ['Access rights', 'User sees too much'],
      texts: ['Since the update all team leads can delete jobs. Was that on purpose?'],
      answers: ['No, that was not on purpose. The right has been taken back from the role, and nothing was deleted in the meantime.'],
    },
  ],
  how_to: [
    {
      subjects: ['Recurring jobs', 'Short question'],
      texts: ['How do I set up a job that repeats every {few} days but never on weekends?'],
      answers: [
        'Yes: open the plan, choose the three dots and "Repeat". There is a box "working days only". I made you a short recording.',
      ],
    },
    {
      subjects: ['How do I…', 'Short question'],
      texts: [
        'Is there a way to copy last week into next week?',
        'Where can I change the logo on the report?',
        'Can one job have two technicians with different hours?',
        'We have bank holidays that differ by region. Where do I enter them?',
        'How do I archive a site without losing its history?',
      ],
      answers: ['You will find it under Settings, Workspace. If you like, we go through it together; here is my calendar.'],
    },
    {
      subjects: ['Question about {feature}'],
      texts: ['I would like to see only {town} in {feature}. Possible?'],
      answers: ['You will find it under Settings, Workspace. If you like, we go through it together; here is my calendar.'],
    },
    {
      subjects: ['How do I…', 'Short question'],
      texts: ['Sorry if this is a stupid question, but how do I undo?'],
      answers: ['Not a stupid question at all. Ctrl+Z works in the plan, and everything older is under Activity.'],
    },
    {
      subjects: ['Question about {feature}'],
      texts: ['Could somebody show {feature} to our new people? Half an hour is enough, {day} would suit us.'],
      answers: ['With pleasure. I booked half an hour for your new people and sent the invitation; bring your own jobs, it is more fun.'],
    },
  ],
  feature_request: [
    {
      subjects: ['Feature request', 'Would be nice: bulk edit'],
      texts: ['Please let us move several jobs at once. Doing {n} one by one is no fun.'],
      answers: [
        'Thank you, that is a clear wish and you are not alone with it. I added your votes; you will hear from us when work on it starts.',
        'This is planned for one of the next releases. Would you like to try it early?',
      ],
    },
    {
      subjects: ['Idea for {feature}'],
      texts: [
        'It would help if {feature} remembered the last filter.',
        'We would love to see {feature} on the big screen in the depot, without logging in.',
        'When will {feature} get a print view? I know, paper. But our customers want paper.',
      ],
      answers: [
        'Thank you, that is a clear wish and you are not alone with it. I added your votes; you will hear from us when work on it starts.',
        'This is planned for one of the next releases. Would you like to try it early?',
        'I understand why you need it. We will not build it soon, so let me show you how others manage in the meantime.',
      ],
    },
    {
      subjects: ['Feature request', 'Suggestion'],
      texts: [
        'A tide calendar. I know, we are the only ones. But we work in harbors.',
        'Could the customer get a text message when the technician is on the way?',
        'Please add a second signature, for jobs that need a witness.',
        'Our techs speak four languages. Checklists in the language of the user would be a dream.',
        'Can you show the weather next to the day? We do roofs.',
      ],
      answers: [
        'Thank you, that is a clear wish and you are not alone with it. I added your votes; you will hear from us when work on it starts.',
        'I understand why you need it. We will not build it soon, so let me show you how others manage in the meantime.',
      ],
    },
  ],
  cancellation: [
    {
      subjects: ['Cancel our subscription', 'Ending our contract'],
      texts: [
        'We would like to cancel at the end of the term. Please confirm.',
        'We decided for another system. What happens to our data, and how long can we still export it?',
        'We have been bought and must use the system of the new owner from {day}.',
      ],
      answers: [
        'I am sorry to see you go. Your contract ends with the term; you can export everything until thirty days after.',
        'I noted your cancellation and send you the written confirmation today. May I ask you two questions about the reason?',
      ],
    },
    {
      subjects: ['How to cancel'],
      texts: ['How do I close the account? I find no button.'],
      answers: [
        'You find it under Settings, Billing, at the very bottom. I can do it for you as well; a short confirmation by mail is enough.',
      ],
    },
    {
      subjects: ['Cancel our subscription', 'Downgrade or cancel'],
      texts: [
        'Since our operations manager left nobody really uses it. We want to stop.',
        'Is there something smaller? {n} seats is more than we need now. Otherwise we will have to cancel.',
        'Budget cuts. Nothing against you, the team liked it.',
      ],
      answers: ['Before you decide: with fewer seats and yearly payment you would pay about half. Shall we talk for ten minutes?'],
    },
    {
      subjects: ['Cancel our subscription', 'Ending our contract'],
      texts: ['After the outages of the last weeks we do not want to renew.'],
      answers: [
        'I understand, and I am sorry about those days. Your cancellation is noted. Our head of operations would like to tell you what has changed since, if you allow.',
      ],
    },
  ],
} satisfies Partial<VoiceWords['tickets']>;
