import { type CompanyWords, distinct, pairedStems } from '../company-names.ts';
import { KNOWN_BRANDS } from '../known-brands.ts';
import type { PeopleWords } from '../person-names.ts';
import { chineseWords } from '../word.ts';

export const PEOPLE: PeopleWords = {
  custom: 'last-first',
  feminine: chineseWords(`
    敏min 静jing 丽li 娜na 婷ting 雪xue 芳fang 燕yan 晓燕xiaoyan 雨涵yuhan 欣怡xinyi 佳怡jiayi 思琪siqi 梦瑶mengyao 诗涵shihan 雅静yajing
    丽娟lijuan 秀英xiuying 玉兰yulan 桂英guiying 晓梅xiaomei 红梅hongmei 慧敏huimin 雪梅xuemei 海燕haiyan 晓红xiaohong 文静wenjing 美玲meiling
    佩佩peipei 若曦ruoxi 子涵zihan 梓萱zixuan 可欣kexin 语嫣yuyan 婉婷wanting 晓彤xiaotong 一诺yinuo 雨桐yutong 倩qian 莹ying 洁jie 蕾lei 颖ying
    琳lin 璐lu 瑶yao 媛yuan 岚lan 萍ping 霞xia 虹hong 兰lan 珍zhen 悦yue 楠nan 薇wei 晶jing 艳yan 玲ling 丹dan 露lu 晨曦chenxi 春燕chunyan
    冬梅dongmei 爱华aihua 素芬sufen 淑华shuhua 凤英fengying 金凤jinfeng 月娥yuee 惠芳huifang 丽华lihua 晓琳xiaolin 思思sisi 心怡xinyi`),
  masculine: chineseWords(`
    伟wei 强qiang 磊lei 军jun 勇yong 杰jie 涛tao 超chao 明ming 刚gang 鹏peng 浩hao 浩然haoran 子轩zixuan 宇轩yuxuan 志强zhiqiang 建国jianguo
    建华jianhua 国强guoqiang 志远zhiyuan 俊杰junjie 文博wenbo 海涛haitao 晓东xiaodong 永强yongqiang 少华shaohua 振华zhenhua 立新lixin
    家豪jiahao 天宇tianyu 博文bowen 思远siyuan 泽宇zeyu 一鸣yiming 嘉伟jiawei 宏伟hongwei 德明deming 学文xuewen 世杰shijie 晓峰xiaofeng
    文斌wenbin 斌bin 波bo 辉hui 峰feng 飞fei 亮liang 凯kai 健jian 宁ning 阳yang 龙long 林lin 洋yang 毅yi 旭xu 帆fan 震zhen 博bo 翔xiang 锋feng
    俊jun 平ping 建军jianjun 卫东weidong 国栋guodong 睿哲ruizhe 铭泽mingze 亦凡yifan 景行jingxing 承志chengzhi 启航qihang 云鹏yunpeng
    大伟dawei 小龙xiaolong 新民xinmin 光辉guanghui 长林changlin 福生fusheng 兆祥zhaoxiang`),
  last: chineseWords(`
    王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao 罗luo 郑zheng 梁liang
    谢xie 宋song 唐tang 许xu 邓deng 韩han 冯feng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu 于yu 杜du 叶ye 程cheng
    魏wei 苏su 吕lv 丁ding 任ren 卢lu 姚yao 沈shen 钟zhong 姜jiang 崔cui 谭tan 陆lu 范fan 汪wang 廖liao 石shi 金jin 韦wei 贾jia 夏xia 付fu 方fang
    邹zou 熊xiong 白bai 孟meng 秦qin 邱qiu 侯hou 江jiang 尹yin 薛xue 闫yan 雷lei 龙long 黎li 史shi 陶tao 贺he 毛mao 段duan 郝hao 顾gu 龚gong
    邵shao 覃qin 武wu 钱qian 戴dai 严yan 莫mo 孔kong 向xiang 常chang 温wen 康kang 施shi 文wen 牛niu 樊fan 葛ge 邢xing 安an 齐qi 易yi 乔qiao 伍wu
    庞pang 颜yan 倪ni 庄zhuang 聂nie 章zhang 鲁lu 岳yue 翟zhai 申shen 欧ou 耿geng 关guan 兰lan 焦jiao 俞yu 左zuo 柳liu 甘gan 祝zhu 包bao 宁ning
    尚shang 符fu 舒shu 阮ruan 柯ke 纪ji 梅mei 童tong 凌ling 毕bi 单shan 裴pei 霍huo 涂tu 苗miao 曲qu 盛sheng 冉ran 翁weng 蓝lan 路lu 游you 欧阳ouyang
    上官shangguan 司马sima 诸葛zhuge`),
};

const FRONTS = chineseWords(`
  恒heng 启qi 瑞rui 嘉jia 鼎ding 盛sheng 鸿hong 昌chang 锦jin 隆long 泓hong 卓zhuo 凯kai 博bo 诚cheng 腾teng 晟sheng 宇yu 骏jun 铭ming 睿rui 致zhi
  捷jie 朗lang 乾qian 坤kun 丰feng 禾he 沐mu 望wang 澜lan 峻jun 砺li 卿qing 庆qing 佑you 承cheng 筑zhu 穗sui 蔚wei 颂song 皓hao 硕shuo 衡heng 竹zhu
  岩yan 屹yi 拓tuo 擎qing 旭xu 景jing 朴pu 柏bai 汇hui 沃wo 浦pu 淳chun 渊yuan 湛zhan 祥xiang 翼yi 聚ju 芯xin 茂mao 莱lai 葆bao 赛sai 跃yue 逸yi 钧jun`);

const BACKS = chineseWords(`
  拓tuo 辰chen 航hang 岳yue 川chuan 越yue 韬tao 邦bang 禾he 彦yan 途tu 程cheng 岭ling 舟zhou 森sen 邑yi 霖lin 蓝lan 桥qiao 谷gu 原yuan
  野ye 帆fan 图tu 冠guan 衍yan 润run 哲zhe 策ce 硕shuo 庭ting 轩xuan 坊fang 棠tang 序xu 驰chi 垣yuan 皋gao 穆mu 泽ze 浔xun 湾wan 沣feng 禧xi 筠yun 朔shuo
  麟lin 崎qi 鲲kun 溪xi 屿yu 陌mo 梧wu 榕rong 柯ke 栎li 槿jin 桐tong 汐xi 澍shu 樾yue`);

export const COMPANIES: CompanyWords = {
  stems: distinct(pairedStems(FRONTS, BACKS, KNOWN_BRANDS)),
  trades: {
    manufacturing: chineseWords('精密制造jingmi 机械jixie 五金wujin 包装材料baocai 电子科技dianzi 模具moju 自动化设备zidonghua'),
    logistics: chineseWords('物流wuliu 供应链gongyinglian 冷链lenglian 货运huoyun 仓储cangchu 快运kuaiyun'),
    retail: chineseWords('商贸shangmao 超市chaoshi 家居jiaju 连锁liansuo 生鲜shengxian 百货baihuo'),
    health: chineseWords('医疗yiliao 健康管理jiankang 口腔kouqiang 康养kangyang 医学检验jianyan 护理huli'),
    education: chineseWords('教育jiaoyu 培训peixun 职业学校zhixiao 文化传播wenhua 研学yanxue'),
    construction: chineseWords('建设jianshe 建筑工程jianzhu 装饰zhuangshi 机电安装jidian 市政工程shizheng 园林yuanlin'),
    professional_services: chineseWords('咨询zixun 工程监理jianli 检测jiance 人力资源renli 物业服务wuye 测绘cehui'),
    hospitality: chineseWords('酒店管理jiudian 餐饮canyin 文旅wenlv 会展huizhan 民宿minsu'),
    energy: chineseWords('能源nengyuan 光伏guangfu 电力dianli 燃气ranqi 环保huanbao 水务shuiwu'),
    media: chineseWords('传媒chuanmei 广告guanggao 影视yingshi 数字文化shuwen 印务yinwu'),
    finance: chineseWords('保险公估gonggu 融资租赁zulin 小额贷款xiaodai 财务代理caiwu 担保danbao'),
    public_sector: chineseWords('公交gongjiao 城市服务chengfu 园区运营yuanqu 环境卫生huanwei 轨道运维guidao'),
  },
  towns: chineseWords(`
    苏州suzhou 杭州hangzhou 宁波ningbo 无锡wuxi 常州changzhou 南通nantong 嘉兴jiaxing 绍兴shaoxing 温州wenzhou 合肥hefei 芜湖wuhu 南京nanjing 上海shanghai
    北京beijing 天津tianjin 深圳shenzhen 广州guangzhou 东莞dongguan 佛山foshan 珠海zhuhai 中山zhongshan 惠州huizhou 厦门xiamen 福州fuzhou 泉州quanzhou
    武汉wuhan 长沙changsha 株洲zhuzhou 南昌nanchang 成都chengdu 重庆chongqing 绵阳mianyang 贵阳guiyang 昆明kunming 南宁nanning 郑州zhengzhou 洛阳luoyang
    济南jinan 青岛qingdao 烟台yantai 潍坊weifang 西安xian 太原taiyuan 石家庄shijiazhuang 沈阳shenyang 大连dalian 长春changchun 哈尔滨haerbin`),
  endings: ['cn', 'com.cn', 'com', 'com'],
  compose: (draw, { stem, trade, town, shared }) => {
    const formal = `${town}${stem}${trade}有限公司`;
    if (shared) return draw.pick([formal, formal, `${town}${stem}${trade}`, `${stem}${trade}（${town}）有限公司`]);
    return draw.pick([formal, formal, `${town}${stem}${trade}`, `${stem}${trade}`, `${stem}${trade}股份有限公司`, `${stem}${trade}集团`]);
  },
};
