import type { Translation } from '#web/i18n/catalogue.ts';
import type { en } from './en.ts';

export const zhCN: Translation<typeof en, 'zh-CN'> = {
  signIn: {
    title: '登录',
    email: '邮箱',
    password: '密码',
    submit: '登录',
    wrong: '邮箱与密码不匹配，请检查。',
    failed: '登录未成功，请稍后再试。',
    invited: '收到邀请？请打开邀请链接。',
  },
  signUp: {
    title: '开始使用常青',
    joinTitle: '加入同事们',
    lead: '你是第一位：这个账号将拥有本系统。',
    joinLead: '建立账号，即可进入。',
    name: '你的姓名',
    passwordHint: '至少 10 个字符。',
    submit: '创建账号',
    short: '密码不足 10 个字符。',
    taken: '这个邮箱已有账号，请直接登录。',
    closed: '新成员需凭邀请加入，请向同事索取链接。',
    toSignIn: '我已有账号',
  },
  workspace: {
    title: '你的公司',
    lead: '日、周和金额按你公司的习惯计算，以后都可以更改。',
    name: '公司或产品名称',
    zone: '时区',
    currency: '货币',
    submit: '继续',
    weekStart: '每周从哪天开始',
    monday: '星期一',
    sunday: '星期日',
  },
  join: {
    title: '邀请',
    joining: '正在进入……',
    failed: '邀请已使用或已过期，请重新索取。',
    missing: '链接不完整，请从邀请消息中重新打开。',
  },
  settings: { title: '设置', workspace: '工作区', members: '成员', keys: '密钥', profile: '个人' },
  tagline: '看清每一位客户走到了哪里，下一步该做什么。',
};
