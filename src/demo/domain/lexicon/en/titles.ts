import type { TitleWords } from '../job-titles.ts';

export const TITLES: TitleWords = {
  general: {
    executive: ['CEO', 'Managing Director', 'General Manager', 'Owner', 'Founder & CEO', 'President'],
    director: ['Director', 'VP Business Development', 'Director of Strategy', 'Head of Transformation'],
    manager: ['Office Manager', 'Project Manager', 'Branch Manager', 'Program Manager'],
    staff: ['Executive Assistant', 'Project Coordinator', 'Business Support Officer', 'Administrator'],
  },
  operations: {
    executive: ['COO', 'Chief Operating Officer', 'Chief Operations Officer'],
    director: ['Director of Operations', 'VP Operations', 'Head of Operations', 'Head of Field Services', 'Regional Director'],
    manager: ['Operations Manager', 'Regional Operations Manager', 'Service Delivery Manager', 'Operations Lead', 'Site Manager'],
    staff: ['Operations Coordinator', 'Operations Specialist', 'Service Coordinator', 'Operations Assistant'],
  },
  planning: {
    executive: ['Chief Planning Officer', 'COO'],
    director: ['Director of Planning', 'Head of Planning', 'Head of Scheduling'],
    manager: ['Planning Manager', 'Scheduling Manager', 'Resource Manager', 'Dispatch Supervisor'],
    staff: ['Planner', 'Scheduler', 'Dispatcher', 'Resource Planner', 'Senior Planner'],
  },
  field: {
    executive: ['Chief Service Officer', 'Owner'],
    director: ['Director of Field Operations', 'Head of Field Engineering', 'VP Service'],
    manager: ['Field Service Manager', 'Team Lead Field Service', 'Site Supervisor', 'Depot Manager', 'Maintenance Manager'],
    staff: ['Field Engineer', 'Service Technician', 'Field Technician', 'Installer', 'Inspector', 'Foreman', 'Maintenance Engineer'],
  },
  data: {
    executive: ['Chief Data Officer', 'CIO'],
    director: ['Director of Analytics', 'Head of Reporting', 'Head of Data'],
    manager: ['Reporting Manager', 'Analytics Lead', 'Performance Manager', 'BI Manager'],
    staff: ['Data Analyst', 'Business Analyst', 'Reporting Analyst', 'Operations Analyst', 'BI Developer'],
  },
  finance: {
    executive: ['CFO', 'Chief Financial Officer'],
    director: ['Finance Director', 'VP Finance', 'Head of Procurement', 'Head of Finance'],
    manager: ['Finance Manager', 'Purchasing Manager', 'Accounts Payable Manager', 'Procurement Lead'],
    staff: ['Accountant', 'Financial Controller', 'Buyer', 'Accounts Payable Clerk', 'Procurement Specialist', 'Bookkeeper'],
  },
  it: {
    executive: ['CTO', 'CIO', 'Chief Information Officer', 'CISO'],
    director: ['IT Director', 'Director of Information Security', 'Head of IT', 'Head of Digital'],
    manager: ['IT Manager', 'Applications Manager', 'Infrastructure Lead', 'Security Manager'],
    staff: ['Systems Administrator', 'IT Support Analyst', 'Application Specialist', 'Security Engineer', 'IT Administrator'],
  },
};
