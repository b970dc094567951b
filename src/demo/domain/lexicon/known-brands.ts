/** Invented names that turn out to be well known: they are left out wherever parts happen to make them. Latin forms, and Chinese as written. */
export const KNOWN_BRANDS: ReadonlySet<string> = new Set(
  `redhat blackrock blackstone silverlake riverbed wayfair stonewall goldman bluebird ironwood ironport cloverfield foxwood foxford
  fairfield foxconn copperfield brookfield brookstone springfield westfield northfield eastgate westgate northgate stonegate marlboro
  fairmont westmont eastport westport northport stoneridge oakridge oakwood oakley stonebridge cambridge westbrook westwood northwood
  fernwood hazelwood westbridge northbridge northpoint eastwood hollywood beechcraft coralpoint marshwood cedarwood ravenwood
  ravensworth hawkwood hawksworth wolverhampton northampton easthampton westhampton winterbourne rosewood willowbrook brooklands
  brookside lakeside northside eastside westside riverside maplewood pinewood pinehurst pineview elmwood elmhurst thornhill
  swiftport winterfell winterport sandford stanford guildford thornton stanton easton weston norton sutton dalton milton
  northland westland eastland iceland fairview lakeview brookdale clearview glendale cliffside
  海尔 美的 恒大 万科 格力 海信 长虹 康佳 创维 安踏 金山 金蝶 东软 浪潮 华润 保利 绿地 融创 龙湖 世茂 富力 永辉 正大 恒瑞 复星 平安 太平 泰康 新华 招商 中信
  光大 民生 兴业 华夏 广发 正泰 远大 远东 海康 大华 汇川 迈瑞 天合 隆基 晶科 阳光 福耀 锦江 华为 中兴 联想 德邦 顺丰 中通 圆通 申通 华泰 国泰 国信 海通 东方 华星 华天
  东风 宏达 立讯 安邦 瑞幸 天猫 元气 天齐 恒力 恒安 恒生 恒源 新城 信达 华宇 泰和 同程 同方 启明 启德 鼎晖 博世 云集 云从 中科 海天 天能 荣耀 荣盛 金地 金科 远洋 信诚 宏碁 立邦 达能 德力
  鼎桥 腾邦 恒邦 盛邦 捷途 启辰 博彦 凯越 博越 腾越 卓越 景林 丰原 庆丰 嘉禾 宇航 腾冲 嘉泽 锦泽 润泽 承德 博图 嘉图 宇舟 瑞航 沃野 朗润 嘉润 丰润 宇泽 景田 聚润 恒润 祥云 腾图
  拓邦 拓润 丰禾 嘉原 汇原 翼帆 启帆 启程 锦程 鹏程 前程 致程 汇蓝 深蓝 蔚蓝 湛蓝 睿蓝 芯原 庆原 望京 望岳 瑞泽 恒泽 盛泽 嘉轩 汇轩 恒轩 皓轩 宇轩 竹溪 竹桥 锦庭 茂森 恒森 瑞森 凯森 嘉森 葆森
  montealto montealegre montblanc riofrio riotinto casablanca villanueva fuensanta puertoreal sierranevada vegasicilia altamira miramar
  campofrio montecarlo montesol torrealta villarreal villahermosa peñafiel penafiel navalmoral piedrabuena castellana almagro`
    .trim()
    .split(/\s+/),
);
