import type { DeskWords } from './words.ts';

export const ZH_CN: DeskWords = {
  author: '演示公司',
  questions: {
    activeAccounts: { name: '每周使用产品的客户', note: '每家客户一周只算一次，不论是谁在用。' },
    firstSteps: { name: '从注册到第一次导出报表', note: '30 天内走到哪一步，又停在哪一步。' },
    comeBack: { name: '客户会回来吗？', note: '按首次使用的那一周分组，看之后几周还有谁在用。' },
    byRole: { name: '谁在用：按角色', note: '每周使用产品的人，按其在客户公司里的角色划分。' },
    features: { name: '哪些功能有人用', note: '用过产品的客户中，使用每项功能的占比。' },
    visitors: { name: '网站访客去了哪里', note: '每次访问先看哪些页面，最后停在哪里。' },
  },
  boards: {
    company: { name: '周一例会', note: '收入、客户、线索和使用情况，一页看完。' },
    product: { name: '他们在产品里做什么', note: '给产品经理：激活、回访、角色与功能。' },
  },
  segments: {
    quiet: { name: '沉默的付费客户', note: '还在付费，但已经 14 天没有人使用产品。' },
    renewal: { name: '临近续约、健康度不佳', note: '90 天内到期，健康度不是绿色。' },
    reporters: { name: '天天看报表的人', note: '最近 28 天导出过至少三份报表：适合聊一聊，很可能是拥护者。' },
  },
  plan: {
    owners: { finance: '财务团队', growth: '增长团队', product: '产品团队', sales: '销售团队', success: '客户成功团队' },
    events: {
      signed_up: '客户的一名成员注册了自己的账号，可能处于试用期。',
      teammate_invited: '有人邀请同事加入。',
      onboarding_step_done: '完成上线的一个步骤。',
      onboarding_finished: '上线步骤全部完成。',
      feature_used: '有人使用某项功能：“使用产品”以此事件为准。',
      form_filled: '现场人员填写一张表单。',
      stock_counted: '清点车上的库存。',
      report_created: '新建一份报表。',
      report_exported: '报表导出为文件。',
      theme_switched: '有人切换深色或浅色主题。',
      help_asked: '有人在产品内求助。',
      opportunity_moved: '商机进入下一阶段。',
    },
    shown: { form_filled: '填写作业表单', stock_counted: '盘点车载库存', theme_switched: '切换深浅色主题', opportunity_moved: '商机推进' },
    properties: {
      count: '次数',
      days: '上线天数',
      duration_secs: '使用秒数',
      errors: '遇到的错误数',
      number: '步骤序号',
      step: '上线步骤',
      theme: '界面主题',
      through: '邀请方式',
      topic: '求助主题',
      trial: '是否试用',
    },
  },
};
