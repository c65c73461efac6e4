// Heading marks of government reports (GB/T 9704: 一、 (一) 1. (1); yearbooks: 【】; run-in 一是) and page furniture.

export interface HeadingMark {
  readonly id: string;
  /** Depth: a heading ends all headings of the same or a greater rank. */
  readonly rank: number;
  /** At the start of a line (after spaces). Group 1 is the numeral, where the mark has one. */
  readonly pattern: RegExp;
  /** May also stand inside a line, where its numeral goes on with the sequence (texts without line breaks). */
  readonly inline: boolean;
}

export const HEADING_MARKS: readonly HeadingMark[] = [
  // 第一章 总则, 第二部分
  { id: 'chapter', rank: 1, pattern: /第([一二三四五六七八九十]+)(?:章|部分|篇|编)[ 、:]?/uy, inline: false },
  // 第一节 主要成就: of a chapter
  { id: 'chapter-section', rank: 2, pattern: /第([一二三四五六七八九十]+)节[ 、:]?/uy, inline: false },
  // 【概况】
  { id: 'bracket', rank: 3, pattern: /【([^【】\n]{1,30})】/uy, inline: true },
  // 一、工作成效
  { id: 'han', rank: 4, pattern: /([一二三四五六七八九十]{1,3}) ?[、..](?![一二三四五六七八九十]级)/uy, inline: true },
  // (一)工作成效
  { id: 'han-bracket', rank: 5, pattern: /[(]([一二三四五六七八九十]{1,3})[)][、.]?/uy, inline: true },
  // 1、工作成效 or 1.工作成效; 1.2024年度…, 4.3月底前… (nothing lasts 4.3 月), 6.65岁及以上老人…
  {
    id: 'digit',
    rank: 6,
    pattern:
      /(\d{1,2}) ?(?:、|\.(?!\d)|\.(?=(?:19|20)\d{2}年|\d{1,2}月|\d{1,2}(?: ?[-—~至] ?\d{1,2})?周?岁(?:及?以[上下]|儿童|老|人群|妇女|居民))|:(?=[一-龥]))/uy,
    inline: true,
  },
  // (1)工作成效, 1)
  { id: 'digit-bracket', rank: 7, pattern: /[(]?(\d{1,2})[)][、.]?/uy, inline: true },
  // ①工作成效
  { id: 'circled', rank: 8, pattern: /([①②③④⑤⑥⑦⑧⑨⑩])/uy, inline: true },
  // ——免费婚检。计划1800对,…: an item with a name of its own
  { id: 'dash', rank: 9, pattern: /(?:——|—|--)(?=[一-龥“”]{3,20}。)/uy, inline: false },
  // 任务2:建设标准化村卫生室。规划新建26个
  { id: 'task', rank: 9, pattern: /(?:任务|举措|行动|工程)([一二三四五六七八九十]{1,2}|\d{1,2}) ?[::、]/uy, inline: false },
  // 一是加强领导。
  { id: 'run-in', rank: 9.5, pattern: /([一二三四五六七八九十]{1,2})(?:是|要)(?!否|在|一|因)/uy, inline: true },
];

/** A heading that runs on without punctuation (一、取得的主要成效根据国家…) ends behind one of these nouns … */
export const HEADING_NOUNS =
  /(?:成效|情况|问题|打算|建议|工作|措施|计划|安排|做法|目标|任务|思路|原因|困难|经验|体会|概况|建设|管理|服务|行动|发展|成绩|特点|亮点|系统|流程|制度|要求|保障)/gu;
/** … where the next words open a sentence. */
export const SENTENCE_OPENERS =
  /^(?:根据|按照|为|我|今年|目前|截至|截止|通过|全|在|近年|\d|1-|20\d\d年|本|自|上半年|区|县|市|积极|认真|坚持|加强|严格)/u;

/** A line with one of these is furniture of a page, where it is short and ends no sentence. */
export const FURNITURE_CUES =
  /(?:©|版权所有|公网安备|网安备|许可证[::]|网站标识码|网站地图|网站声明|网站客服|扫一扫|扫码|微信扫|分享到|微信分享|上一篇|下一篇|下一条|上一条|相关阅读|相关链接|延伸阅读|阅读原文|打印本页|关闭窗口|字号|字体[::]|【?打印】?|浏览量|浏览次数|阅读量|阅读次数|点击数|点击量|点击率|访问量|访问次数|您当前的位置|当前位置|您的位置|您现在的位置|首页 ?[>»›]|首页>|资源预览|资源描述|^全文内容$|^正文$|^内容$|^文件名[::]|^格式[::]|文档总共|共\d+页|第 ?\d+ ?页|下载该资源|下载此文档|加入收藏|收藏本|预计阅读|阅读时长|共计\d+个字|字数统计|技术支持|主办单位[::]|承办单位[::]|联系电话[::]|邮政编码|邮编[::]|责任编辑|编辑[::]|责编[::]|审核[::]|校对[::]|来源[::]|信息来源|发布时间|发布日期|发文日期|成文日期|发布机构|发布单位|公开日期|索引号|文 ?号[::]|主题分类|主题词|信息类型|智能问答|政务微信|政务微博|下载客户端|我要举报|领取福利|版权归|转载请|免责声明|建议使用|最佳浏览|分辨率|在线客服|用户登录|点赞|收藏本文|返回顶部|传真[::]|地址[::]|支持单位|运行维护|站点地图|无障碍|热度|人已围观|次浏览|次阅读|浏览[::]|阅读[::]|点击[::]|时间[::] ?\d{4}|上传时间|文档格式|文档编号|下载积分|所需积分|会员|内容出处[::]|页码[::]|可免费阅读|免费在线咨询)/u;
/** Those with Latin letters, in any case: asked apart, since any case costs twice as much. */
export const LATIN_FURNITURE_CUES = /(?:Copyright|ICP备|客服QQ|VIP)/iu;

/** Lines above a list of other pages' headlines. */
export const RECOMMENDATIONS =
  /^[【[>»•·]?(?:相关(?:阅读|链接|新闻|文章|信息|推荐|报道|内容|资讯|稿件|文档|资料)|延伸阅读|推荐阅读|(?:热门|热点|精彩|为您|猜你)(?:推荐|文章|新闻|阅读|喜欢|资讯|排行)|(?:最新|更多)(?:文章|新闻|动态|资讯|信息|推荐|发布)|(?:点击|阅读|新闻|周)排行(?:榜)?|大家都在看|网友还看了|猜你喜欢|友情链接|图片新闻)[】\]]?(?:[:：>»]*|更多)?$/u;

/** 今年,我们将重点做好以下工作: introduces tasks, whatever marks they have. */
export const TASKS_INTRO = /(?:将|要)(?:重点|着力|切实|认真|全力)?(?:抓好|做好|办好|完成|实施|推进|开展)(?:好)?(?:以下|如下)/u;

/** Headings that say what the text below is about: plans, or results. Used by the kind tagger. */
export const PLAN_HEADING =
  /(?:(?:将|要)(?:重点|着力|切实|认真|全力)?(?:抓好|做好|办好|完成|实施|推进|开展)(?:好)?(?:以下|如下)|下一步|下一阶段|下步|下半年(?!.*总结)|明年|来年|目标[和与及][^,。]{0,12}(?:安排|任务|举措|打算)|工作打算|工作计划|工作思路|工作安排|工作目标|目标任务|主要目标|发展目标|总体目标|规划目标|预期目标|工作要点|重点工作任务|重点任务|主要任务|努力方向|改进措施|今后|工作谋划|任务目标|(?<!\d ?年度?的?)主要指标|具体目标|行动目标|工作任务)/u;
export const RESULT_HEADING =
  /(?:成效|回顾|现状|^(?:工作|现有|现实)基础|发展基础|总结|完成情况|进展|主要做法|存在(?:的)?(?:主要)?(?:问题|困难|不足)|运行情况|工作开展情况|基本情况|主要成绩|取得|成就|面临(?:的)?(?:主要)?(?:问题|困难|挑战|形势|短板)|问题[和与及、]挑战|短板弱项)/u;
/** 夯实发展基础, 提升服务成效: what is to be done, though the noun is that of a review. */
export const AIM_HEADING = /(?:夯实|筑牢|打牢|奠定|巩固|提升|提高|增强|强化|扩大|确保|抓好|做好|力争|务求)[^,。;]{0,12}(?:成效|基础|进展)/u;
/** 重点任务落实情况, 目标任务完成情况: what came of a plan. */
export const ACCOUNT_HEADING = /(?:(?:完成|落实|执行|推进|实施|进展|开展)(?:的)?(?:情况|进度|成效)|(?:任务|目标|指标|项目)进展|总结|回顾)/u;

/** A unit that a line opens with. */
export const UNIT_OPENS =
  /^(?:[余多](?:名|条|份|万|人|个|家|例)|[余多]?[万亿]?(?:元|人次?|名|户|例|剂次|份|个|家|张|件|所|支|场次?|台|次|项|条|年|月|日|岁|天|倍|平方|公里|吨|亩|期|小时|分钟|辆|床|针|剂|瓶|座|所|处|起|册|本|种(?!植)|类(?!别)|套|批(?!准)|部(?!门|分)|间|栋|幢|盒|封)|[%‰]|个?百分点|\/)/u;
