import type { VoiceWords } from '../vocabulary.ts';

/** What goes wrong, in English: tickets of customers who cannot work as they should. */
export const TROUBLES = {
  login: [
    {
      subjects: ['Cannot log in', 'Login problem'],
      texts: [
        "I can't get in since {day}. It takes the password and then puts me straight back on the login page.",
        'login works on my laptop but not on the tablet in the depot, same user same password',
        'It logs me out every {n} minutes. I lose whatever I was typing, this is getting really annoying.',
      ],
      answers: ['I have reset the session on our side. Please close the browser once and try again, and tell me if it comes back.'],
    },
    {
      subjects: ['Password reset mail never arrives'],
      texts: ['The reset mail never arrives. Checked spam, checked with our IT, nothing. Crew starts at 7 so I need this today.'],
      answers: ['Your access is restored. I also sent you a fresh reset link; it is valid for one hour.'],
    },
    {
      subjects: ['Locked out since {day}'],
      texts: ['My account says "too many attempts" but I only tried twice??'],
      answers: [
        'I have reset the session on our side. Please close the browser once and try again, and tell me if it comes back.',
        'Your access is restored. I also sent you a fresh reset link; it is valid for one hour.',
      ],
    },
    {
      subjects: ['Cannot log in', 'Login problem'],
      texts: [
        '{n} of our people are locked out this morning. Single sign-on just spins.',
        'We changed our mail domain on {day} and now nobody can sign in with the new address.',
      ],
      answers: ['Found it: the sign-in settings on your side had changed. It is set right now and I tested it with your admin.'],
    },
    {
      subjects: ['Access for a colleague or a new phone', 'Login question'],
      texts: [
        'New phone, and the authenticator codes are gone with the old one. How do I get back in?',
        'One of our planners in {town} left and her colleague now needs her login. What is the proper way to do that?',
      ],
      answers: [
        'I have sent your admin the two steps for it. As soon as they confirm, you set up the new access yourself; nothing is lost.',
      ],
    },
  ],
  import: [
    {
      subjects: ['Import stuck', 'CSV import fails'],
      texts: [
        'The import stops at row {n} with "unknown site". The site exists, I am looking at it right now.',
        'My file has been "processing" since {day}. Is that normal for {n} thousand rows?',
      ],
      answers: [
        'The file had two header rows. I removed the first, ran it again and everything came through. I attach the list of what changed.',
      ],
    },
    {
      subjects: ['Wrong dates after import'],
      texts: ['All dates came in as month/day instead of day/month. Can you undo the whole import please?'],
      answers: [
        'I rolled your import back, so you can start clean. Please choose the date format in step two this time; the preview shows you the effect.',
      ],
    },
    {
      subjects: ['Data looks wrong after import'],
      texts: [
        'Uploaded our customer list from Excel and half of the phone numbers lost the leading zero.',
        'umlauts and accents are broken after import (Peña shows as PeÃ±a)',
      ],
      answers: [
        'That is Excel saving in the wrong format. I converted your file, loaded it again and checked fifty rows by hand; it looks right now.',
      ],
    },
    {
      subjects: ['CSV import fails'],
      texts: ['I imported the same file twice by mistake and now every job is there double. How do I get rid of the copies?'],
      answers: ['I took the second copy out again, so every job is there once. Next time: Imports, three dots, Undo.'],
    },
    {
      subjects: ['Import: {n} rows rejected'],
      texts: ['It says {n} rows were rejected but the error file is empty.'],
      answers: ['The error file was cut off, our mistake. Here it is in full; most rows only lack a site reference.'],
    },
    {
      subjects: ['Question about imports'],
      texts: [
        'We are moving {few} years of job history out of our old system. What is the largest file you take?',
        'Can I update existing records with an import or does it only ever add new ones? Did not dare to try.',
      ],
      answers: [
        'Rows with the same reference are updated, the others are added. Files may hold up to a million rows; a dry run shows you the result before anything is saved.',
      ],
    },
  ],
  report_numbers: [
    {
      subjects: ['Report shows wrong numbers', 'Totals do not match', 'Weekly report differs from export'],
      texts: ['The weekly report says {n} completed jobs, the export has a handful more. Which one do I believe?'],
      answers: [
        'The two figures count differently: one by the day the job was planned, the other by the day it was finished. I switched your report to the second.',
      ],
    },
    {
      subjects: ['Report shows wrong numbers', 'Totals do not match', '{feature}: figures are off'],
      texts: [
        'Since the last update overtime is counted twice for the night shift. Payroll is on {day}, so this is urgent.',
        'Jobs that finish after midnight land on the wrong day in the report.',
      ],
      answers: ['You were right, the night shift was counted on both days. It is corrected, and last month has been recalculated.'],
    },
    {
      subjects: ['Report shows wrong numbers', 'Totals do not match'],
      texts: [
        'Hours in {feature} do not add up. The total is lower than the sum of the lines.',
        'My boss asked why {day} is missing from the chart. I have no idea either.',
        'Filter by region and the total goes UP. How?',
      ],
      answers: ['The saved filter left out archived sites. I cleared it; the totals agree now, please have a look.'],
    },
    {
      subjects: ['Report shows wrong numbers', '{feature}: figures are off'],
      texts: [
        'Travel time for {town} is zero for the whole month. That cannot be right.',
        'Numbers on the dashboard change when I reload the page. Not by much, but they change.',
        'I present this to our board on {day}. The first-visit rate is 100 % for everyone, which would be lovely but is not true.',
      ],
      answers: [
        'Good catch. The position data of that week came late and the report was not refreshed. I recalculated it and the figures are right now.',
      ],
    },
  ],
  slow: [
    {
      subjects: ['Very slow today', '{feature} takes forever', 'Slow since {day}', 'Performance'],
      texts: [
        '{feature} needs {n} seconds to open. It used to be instant.',
        'Scrolling the plan with more than {n} technicians is not usable anymore.',
        'Opening last month takes a minute, opening this month is quick. Is it our data or is it you?',
      ],
      answers: [
        'One of your saved views loaded three years of jobs at once. I limited it to ninety days and it opens in under a second.',
        'We saw the slowdown too and added capacity. Could you tell me if it feels normal again?',
      ],
    },
    {
      subjects: ['Very slow today', 'Slow since {day}', 'Performance'],
      texts: [
        'everything is slow this morning, three people here say the same',
        'Since {day} the search takes so long that people phone each other instead.',
        'Saving a job takes {n} seconds and then tells me somebody else changed it. Nobody did.',
        'Not broken, just slow. But slow all day long is nearly the same thing.',
      ],
      answers: [
        'We saw the slowdown too and added capacity. Could you tell me if it feels normal again?',
        'A background recalculation was running for your workspace. It is finished, and it will run at night from now on.',
      ],
    },
    {
      subjects: ['Very slow today', 'Performance'],
      texts: [
        'It is fine in the office but unbearable on mobile data. Was it always like that?',
        'The map freezes the whole browser when I zoom out to {town}.',
      ],
      answers: [
        'The map loaded every vehicle of the last year. It now loads what is on the screen only; please reload once and tell me how it feels.',
      ],
    },
  ],
  outage: [
    {
      subjects: ['Nothing works', 'Is the system down?', 'Error 500 everywhere'],
      texts: [
        'White page for everybody since about ten minutes. {n} crews are standing in the yard.',
        'Are you down?? Status page says all good.',
        'Error 500 on every save. We are back to paper for now.',
        'Nobody can open {feature}. It worked at seven, it stopped at eight.',
        'We get "service unavailable" on and off, about every {n} minutes.',
      ],
      answers: [
        'We are sorry. A database node failed and the switch took longer than it should. Everything is back and nothing you saved is lost.',
        'The service is running again. You will get a written report of the cause and of what we change within two working days.',
      ],
    },
    {
      subjects: ['Is the system down?', 'Error 500 everywhere'],
      texts: [
        'This is the second time this month. We run our whole {day} on this.',
        'Customers are ringing us because nobody turned up. I need something in writing that I can send them.',
      ],
      answers: ['The service is running again. You will get a written report of the cause and of what we change within two working days.'],
    },
    {
      subjects: ['Nothing works', 'URGENT: crews cannot see their jobs'],
      texts: ['Crews in {town} see no jobs, the office sees them. Please hurry.', 'We cannot dispatch. Please call me, not mail.'],
      answers: [
        'Your crews see their jobs again; pulling the list down once is enough. I will call you in a moment to go through the open ones.',
        'We are sorry. A database node failed and the switch took longer than it should. Everything is back and nothing you saved is lost.',
      ],
    },
  ],
  integration: [
    {
      subjects: ['Calendar sync stopped'],
      texts: ['The calendar sync stopped on {day}. New jobs do not show up any more.'],
      answers: [
        'The token had expired with the password of the person who connected it. I would connect it with a service account; here is how.',
      ],
    },
    {
      subjects: ['API returns 403'],
      texts: ['API answers 403 since last night with a key that worked for months.'],
      answers: [
        'The token had expired with the password of the person who connected it. I would connect it with a service account; here is how.',
      ],
    },
    {
      subjects: ['Webhook fires twice'],
      texts: ['Webhooks arrive out of order, "completed" before "started". Is that expected?'],
      answers: [
        'Deliveries may repeat by design. Please drop the ones whose id you have seen; the documentation now says so more clearly.',
      ],
    },
    {
      subjects: ['Accounting integration'],
      texts: ['Our accounting software gets every invoice twice since you changed something.'],
      answers: ['The retry after a timeout sent them again. It is mended, and I put together a list of the doubles for your accountants.'],
    },
    {
      subjects: ['API rate limit'],
      texts: ['Rate limit: we run into it with {n} vans reporting position. Can it be raised?'],
      answers: [
        'I raised the limit for your workspace. If you send positions in batches you will not meet it again; an example is attached.',
      ],
    },
    {
      subjects: ['Question about the API', 'Documentation of integrations'],
      texts: [
        'Do you have a connector for our ERP or does our IT have to build it?',
        'where do i find the documentation of the webhook payload? the link in the app is dead',
      ],
      answers: ['The page had moved. Here is the right link, with examples; there is also a test workspace that your developers can have.'],
    },
    {
      subjects: ['Integration problem'],
      texts: [
        'Single sign-on works, but new people land without any role.',
        'The sync created {n} duplicate customers. Please help before {day}.',
      ],
      answers: ['I set a default role and merged the duplicates. Tell me if you see any that I missed.'],
    },
  ],
  mobile: [
    {
      subjects: ['App crashes'],
      texts: ['App crashes when a technician takes photo number {n} of a job.'],
      answers: ['This is fixed in the version that came out yesterday. Please update the app; what waits on the phone will be sent then.'],
    },
    {
      subjects: ['Problem with the app', 'App after the update'],
      texts: [
        'After the update on {day} the signature field is hidden behind the keyboard.',
        'GPS puts our people into the river near {town}. Funny, but the travel times are wrong too.',
        'The app eats the battery, phones are dead by two in the afternoon.',
      ],
      answers: ['This is fixed in the version that came out yesterday. Please update the app; what waits on the phone will be sent then.'],
    },
    {
      subjects: ['Photos do not upload'],
      texts: ['Photos stay on "waiting" for hours although the phone is on wifi.'],
      answers: [
        'Please allow background use for the app in the phone settings. I attach a picture of where it is. The waiting photos will follow.',
      ],
    },
    {
      subjects: ['Push messages'],
      texts: ['Push messages come late or never. We then phone them, which is what we wanted to stop doing.'],
      answers: [
        'Please allow background use for the app in the phone settings. I attach a picture of where it is. The waiting photos will follow.',
      ],
    },
    {
      subjects: ['Mobile app does not sync'],
      texts: [
        'No sync in basements. OK, no signal there. But it does not catch up afterwards either.',
        'Checklist was filled in offline, and when he got back half the answers were gone. He is not happy.',
      ],
      answers: ['We found the answers on the phone and restored them. The cause is understood and a correction is on its way.'],
    },
    {
      subjects: ['App on old Android phones'],
      texts: ['Two of our guys have older Android phones and the app will not even install.'],
      answers: [
        'The app needs Android 10 or newer. On older phones it runs in the browser with nearly everything; I attach how to set it up.',
      ],
    },
  ],
} satisfies Partial<VoiceWords['tickets']>;
